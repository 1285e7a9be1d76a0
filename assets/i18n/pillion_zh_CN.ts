<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActuatorRow</name>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>ActuatorStepper</name>
    <message>
        <source>%1 less</source>
        <translation>减小%1</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>增大%1</translation>
    </message>
</context>
<context>
    <name>ActuatorTile</name>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
</context>
<context>
    <name>AirChoice</name>
    <message>
        <source>to the face</source>
        <translation>吹脸</translation>
    </message>
    <message>
        <source>to face and feet</source>
        <translation>吹脸和脚</translation>
    </message>
    <message>
        <source>to the feet</source>
        <translation>吹脚</translation>
    </message>
    <message>
        <source>to windscreen and feet</source>
        <translation>吹前挡和脚</translation>
    </message>
    <message>
        <source>to the windscreen</source>
        <translation>吹前挡</translation>
    </message>
</context>
<context>
    <name>AppStage</name>
    <message>
        <source>All apps</source>
        <translation>全部应用</translation>
    </message>
    <message>
        <source>Back in the app</source>
        <translation>应用内返回</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>关闭%1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>AppTile</name>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
</context>
<context>
    <name>CameraPicture</name>
    <message>
        <source>Check your surroundings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CarState</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n 处未关</numerusform>
        </translation>
    </message>
    <message>
        <source>Front left open</source>
        <translation>左前门未关</translation>
    </message>
    <message>
        <source>Front right open</source>
        <translation>右前门未关</translation>
    </message>
    <message>
        <source>Rear left open</source>
        <translation>左后门未关</translation>
    </message>
    <message>
        <source>Rear right open</source>
        <translation>右后门未关</translation>
    </message>
    <message>
        <source>Bonnet open</source>
        <translation>前舱盖未关</translation>
    </message>
    <message>
        <source>Boot open</source>
        <translation>后备厢未关</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关好</translation>
    </message>
    <message>
        <source>Doors</source>
        <translation>车门</translation>
    </message>
    <message>
        <source>Lights</source>
        <translation>车灯</translation>
    </message>
    <message>
        <source>High beam</source>
        <translation>远光灯</translation>
    </message>
    <message>
        <source>Low beam</source>
        <translation>近光灯</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Parking brake</source>
        <translation>驻车制动</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>已拉起</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>已释放</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>车外</translation>
    </message>
    <message>
        <source>Odometer</source>
        <translation>总里程</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已上锁</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>未上锁</translation>
    </message>
</context>
<context>
    <name>CarWithTyres</name>
    <message>
        <source>Low</source>
        <translation>偏低</translation>
    </message>
</context>
<context>
    <name>ClimateBar</name>
    <message>
        <source>Driver</source>
        <translation>驾驶员</translation>
    </message>
    <message>
        <source>Driver&apos;s seat</source>
        <translation>驾驶员座椅</translation>
    </message>
    <message>
        <source>Passenger&apos;s seat</source>
        <translation>副驾驶座椅</translation>
    </message>
    <message>
        <source>Passenger</source>
        <translation>副驾驶</translation>
    </message>
</context>
<context>
    <name>ClimateButtons</name>
    <message>
        <source>Climate</source>
        <translation>空调</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>A/C</source>
        <translation>制冷</translation>
    </message>
    <message>
        <source>Front defrost</source>
        <translation>前挡风除霜</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>前挡</translation>
    </message>
    <message>
        <source>Rear defrost</source>
        <translation>后窗除霜</translation>
    </message>
    <message>
        <source>Rear</source>
        <translation>后窗</translation>
    </message>
    <message>
        <source>Recirculation</source>
        <translation>内循环</translation>
    </message>
</context>
<context>
    <name>ClimateFront</name>
    <message>
        <source>Driver</source>
        <translation>驾驶员</translation>
    </message>
    <message>
        <source>Passenger</source>
        <translation>副驾驶</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Climate on</source>
        <translation>空调开</translation>
    </message>
    <message>
        <source>Air for the driver</source>
        <translation>驾驶员出风</translation>
    </message>
    <message>
        <source>Air</source>
        <translation>出风</translation>
    </message>
    <message>
        <source>Air for the passenger</source>
        <translation>副驾驶出风</translation>
    </message>
</context>
<context>
    <name>ClimateRear</name>
    <message>
        <source>Rear seats</source>
        <translation>后排</translation>
    </message>
    <message>
        <source>Climate in the rear</source>
        <translation>后排空调</translation>
    </message>
    <message>
        <source>Rear right</source>
        <translation>右后</translation>
    </message>
    <message>
        <source>Rear left</source>
        <translation>左后</translation>
    </message>
</context>
<context>
    <name>ClimateSchedule</name>
    <message>
        <source>Before you leave</source>
        <translation>出发之前</translation>
    </message>
    <message>
        <source>The cabin is at its temperature when you get in.</source>
        <translation>上车时车内温度已舒适。</translation>
    </message>
    <message>
        <source>Ready at a time</source>
        <translation>定时准备</translation>
    </message>
    <message>
        <source>Departure</source>
        <translation>出发时间</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Weekdays</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>Weekend</source>
        <translation>周末</translation>
    </message>
</context>
<context>
    <name>ClimateSheet</name>
    <message>
        <source>Climate</source>
        <translation>空调</translation>
    </message>
    <message>
        <source>The car does not answer</source>
        <translation>车辆没有响应</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Everything about the climate</source>
        <translation>全部空调设置</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Air</source>
        <translation>出风</translation>
    </message>
    <message>
        <source>Rear window</source>
        <translation>后窗</translation>
    </message>
    <message>
        <source>Windscreen</source>
        <translation>前挡风</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>A/C</source>
        <translation>制冷</translation>
    </message>
    <message>
        <source>Recirculation</source>
        <translation>内循环</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
</context>
<context>
    <name>ClimateSwitches</name>
    <message>
        <source>A/C</source>
        <translation>A/C</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Recirculation</source>
        <translation>内循环</translation>
    </message>
    <message>
        <source>Auto recirculation</source>
        <translation>自动循环</translation>
    </message>
    <message>
        <source>Max defrost</source>
        <translation>最大除霜</translation>
    </message>
    <message>
        <source>Windscreen</source>
        <translation>前挡风</translation>
    </message>
    <message>
        <source>Rear window</source>
        <translation>后窗</translation>
    </message>
    <message>
        <source>Heated windscreen</source>
        <translation>前挡加热</translation>
    </message>
</context>
<context>
    <name>ClusterCentre</name>
    <message>
        <source>Left indicator</source>
        <translation>左转向灯</translation>
    </message>
    <message>
        <source>Right indicator</source>
        <translation>右转向灯</translation>
    </message>
</context>
<context>
    <name>ClusterWindow</name>
    <message>
        <source>Speed</source>
        <translation>车速</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>功率</translation>
    </message>
</context>
<context>
    <name>DisplaySettings</name>
    <message>
        <source>Style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>Day and night</source>
        <translation>昼夜模式</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>白天</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>夜间</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Size of text and controls</source>
        <translation>文字和按键大小</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>较小</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>较大</translation>
    </message>
    <message>
        <source>Where the driver sits</source>
        <translation>驾驶员座位所在一侧</translation>
    </message>
    <message>
        <source>Driver&apos;s side</source>
        <translation>驾驶位</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左侧</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右侧</translation>
    </message>
</context>
<context>
    <name>DriverSettings</name>
    <message>
        <source>Remove %1</source>
        <translation>移除%1</translation>
    </message>
    <message>
        <source>New driver</source>
        <translation>新驾驶员</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
</context>
<context>
    <name>Energy</name>
    <message>
        <source>Cold. It charges slower until it is warm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At a good temperature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hot. Full power may not be there until it has cooled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As good as new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worn. Ask for a check at the next service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Driving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovering energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Much too low. Stop and add oil.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low. Add oil soon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>A little too high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Much too high. Have oil drained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not plugged in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plugged in, not charging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plugged in, waiting for the time set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 an hour</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FanSlider</name>
    <message>
        <source>Fan</source>
        <translation>风量</translation>
    </message>
</context>
<context>
    <name>GearLetters</name>
    <message>
        <source>Gear %1</source>
        <translation>挡位 %1</translation>
    </message>
</context>
<context>
    <name>KeyLesson</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>KeySettings</name>
    <message>
        <source>Choose what a key shall do, then press it.</source>
        <translation>先选择按键的功能，然后按下该键。</translation>
    </message>
    <message>
        <source>Keys can be taught when the car is parked.</source>
        <translation>驻车后可以学习按键。</translation>
    </message>
    <message>
        <source>Forget the key for %1</source>
        <translation>忘记“%1”的按键</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Louder</source>
        <translation>增大音量</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>减小音量</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>Next title</source>
        <translation>下一首</translation>
    </message>
    <message>
        <source>Previous title</source>
        <translation>上一首</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>主页</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Knob, turned</source>
        <translation>旋钮，转动</translation>
    </message>
    <message>
        <source>Knob, pressed</source>
        <translation>旋钮，按下</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>One moment. Do not press any key yet.</source>
        <translation>请稍候，先不要按键。</translation>
    </message>
    <message>
        <source>Press the key now.</source>
        <translation>现在请按键。</translation>
    </message>
    <message>
        <source>Press the same key once more.</source>
        <translation>请再按一次同一个键。</translation>
    </message>
    <message>
        <source>The key is learnt.</source>
        <translation>按键已学会。</translation>
    </message>
    <message>
        <source>No key was noticed. Try again, or choose another key.</source>
        <translation>没有检测到按键。请重试或换一个键。</translation>
    </message>
    <message>
        <source>Turn the knob to the right, five clicks.</source>
        <translation>请将旋钮向右转五格。</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>无按键</translation>
    </message>
    <message>
        <source>As the car has it</source>
        <translation>车辆自带</translation>
    </message>
    <message>
        <source>Learnt, a key of the car</source>
        <translation>已学习，车辆按键</translation>
    </message>
    <message>
        <source>Learnt, %1</source>
        <translation>已学习，%1</translation>
    </message>
</context>
<context>
    <name>Launcher</name>
    <message>
        <source>More apps are there when parked.</source>
        <translation>停车后可查看更多应用。</translation>
    </message>
    <message>
        <source>The phone has not told its apps yet.</source>
        <translation>手机尚未提供应用列表。</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Now playing</source>
        <translation>正在播放</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>播放队列</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>专辑</translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>艺人</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>歌曲</translation>
    </message>
    <message>
        <source>The rest of the list is there when parked.</source>
        <translation>停车后可查看完整列表。</translation>
    </message>
    <message>
        <source>Music on this device or a USB stick shows up here.</source>
        <translation>本机或 U 盘中的音乐会显示在这里。</translation>
    </message>
    <message>
        <source>No music yet</source>
        <translation>还没有音乐</translation>
    </message>
</context>
<context>
    <name>Maintenance</name>
    <message>
        <source>The service is due. Make an appointment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service is due soon. Make an appointment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Media</name>
    <message>
        <source>Queue</source>
        <translation>播放队列</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>专辑</translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>艺人</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>歌曲</translation>
    </message>
</context>
<context>
    <name>MediaPage</name>
    <message>
        <source>Media is away</source>
        <translation>媒体暂不可用</translation>
    </message>
</context>
<context>
    <name>MirrorHeatTile</name>
    <message>
        <source>Heated mirrors</source>
        <translation>后视镜加热</translation>
    </message>
</context>
<context>
    <name>NowPlayingCard</name>
    <message>
        <source>Media</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一首</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一首</translation>
    </message>
    <message>
        <source>Choose some music to begin.</source>
        <translation>请选择要播放的音乐。</translation>
    </message>
    <message>
        <source>Nothing plays</source>
        <translation>未在播放</translation>
    </message>
    <message>
        <source>Media is away</source>
        <translation>媒体暂不可用</translation>
    </message>
</context>
<context>
    <name>ParkingPanel</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parking tones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tones off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tones quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tones on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the camera</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhoneSettings</name>
    <message>
        <source>No phone is known yet.</source>
        <translation>还没有添加手机。</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>忘记%1</translation>
    </message>
    <message>
        <source>Phone address</source>
        <translation>手机地址</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
</context>
<context>
    <name>PlayerInfo</name>
    <message>
        <source>Nothing plays</source>
        <translation>未在播放</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>无声音</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>音源</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>音乐库</translation>
    </message>
</context>
<context>
    <name>Projection</name>
    <message>
        <source>Not shown while driving.</source>
        <translation>行驶中不显示。</translation>
    </message>
    <message>
        <source>Opening {0}…</source>
        <translation>正在打开{0}…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Allow this car on the phone&apos;s screen.</source>
        <translation>请在手机上允许此车辆连接。</translation>
    </message>
    <message>
        <source>Phone lost. Looking for it.</source>
        <translation>手机已断开，正在查找。</translation>
    </message>
    <message>
        <source>Not in reach</source>
        <translation>不在范围内</translation>
    </message>
    <message>
        <source>No phone</source>
        <translation>没有手机</translation>
    </message>
</context>
<context>
    <name>ProjectionCard</name>
    <message>
        <source>Phone apps</source>
        <translation>手机应用</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>No phone</source>
        <translation>没有手机</translation>
    </message>
    <message>
        <source>Phone apps are away</source>
        <translation>手机应用暂不可用</translation>
    </message>
</context>
<context>
    <name>ProjectionPage</name>
    <message>
        <source>Add a phone</source>
        <translation>添加手机</translation>
    </message>
    <message>
        <source>Connect a phone to use its apps here.</source>
        <translation>连接手机即可在此使用其应用。</translation>
    </message>
    <message>
        <source>No phone</source>
        <translation>没有手机</translation>
    </message>
    <message>
        <source>Phone apps are away</source>
        <translation>手机应用暂不可用</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Home</source>
        <translation>主页</translation>
    </message>
    <message>
        <source>Phone apps</source>
        <translation>手机应用</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>RangeSummary</name>
    <message>
        <source>%1 range</source>
        <translation>%1 续航</translation>
    </message>
</context>
<context>
    <name>RearView</name>
    <message>
        <source>Rear view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ahead, left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ahead, right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>behind, left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>behind, right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera starting. Look behind you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing but black. Look behind you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera lost. Look ahead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera lost. Look behind you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rear</source>
        <translation>后窗</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>前挡</translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Recorder</name>
    <message>
        <source>The last minute is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Restrictions</name>
    <message>
        <source>Available when the car stands still.</source>
        <translation>停车后可用。</translation>
    </message>
    <message>
        <source>Available when parked.</source>
        <translation>驻车后可用。</translation>
    </message>
</context>
<context>
    <name>SeatButton</name>
    <message>
        <source>Heating %1</source>
        <translation>加热 %1 档</translation>
    </message>
    <message>
        <source>Ventilation %1</source>
        <translation>通风 %1 档</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>SectionLoader</name>
    <message>
        <source>The car does not answer</source>
        <translation>车辆无响应</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Climate</source>
        <translation>空调</translation>
    </message>
</context>
<context>
    <name>SeekBar</name>
    <message>
        <source>Position</source>
        <translation>播放位置</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message>
        <source>No sound device. Music plays silently.</source>
        <translation>没有音频设备，音乐将静音播放。</translation>
    </message>
    <message>
        <source>There is no music yet. Add a folder or plug in a USB stick.</source>
        <translation>还没有音乐。请添加文件夹或插入 U 盘。</translation>
    </message>
    <message>
        <source>The phone did not answer.</source>
        <translation>手机没有响应。</translation>
    </message>
    <message>
        <source>The phone is gone.</source>
        <translation>手机已离开。</translation>
    </message>
    <message>
        <source>The connection to the phone was closed.</source>
        <translation>与手机的连接已断开。</translation>
    </message>
    <message>
        <source>The phone closed the connection.</source>
        <translation>手机断开了连接。</translation>
    </message>
    <message>
        <source>The phone refused this car. Allow it in the phone&apos;s developer settings.</source>
        <translation>手机拒绝了此车辆。请在手机的开发者选项中允许。</translation>
    </message>
    <message>
        <source>The question on the phone was not answered. Allow this car there.</source>
        <translation>手机上的询问未得到答复，请在手机上允许。</translation>
    </message>
    <message>
        <source>Something answers there, but it is no phone.</source>
        <translation>该地址有响应，但不是手机。</translation>
    </message>
    <message>
        <source>Allow this car on the phone&apos;s screen.</source>
        <translation>请在手机上允许此车辆连接。</translation>
    </message>
    <message>
        <source>The phone was unplugged.</source>
        <translation>手机已拔出。</translation>
    </message>
    <message>
        <source>The phone is not here.</source>
        <translation>手机不在这里。</translation>
    </message>
    <message>
        <source>The phone is away. The app returns with it.</source>
        <translation>手机不在，重新连接后应用会恢复。</translation>
    </message>
    <message>
        <source>The phone did not list its apps.</source>
        <translation>手机没有提供应用列表。</translation>
    </message>
    <message>
        <source>The phone did not list its apps in time.</source>
        <translation>手机未能及时提供应用列表。</translation>
    </message>
    <message>
        <source>The phone took too long to open the app.</source>
        <translation>手机打开应用的时间过长。</translation>
    </message>
    <message>
        <source>The phone did not show a picture of the app.</source>
        <translation>手机没有显示该应用的画面。</translation>
    </message>
    <message>
        <source>The phone stopped showing the app.</source>
        <translation>手机停止显示该应用。</translation>
    </message>
    <message>
        <source>The phone stopped sending pictures.</source>
        <translation>手机停止发送画面。</translation>
    </message>
    <message>
        <source>The app was closed.</source>
        <translation>应用已关闭。</translation>
    </message>
    <message>
        <source>The app is not there yet.</source>
        <translation>应用尚未就绪。</translation>
    </message>
    <message>
        <source>Typing is for when the car is parked.</source>
        <translation>停车后才能输入文字。</translation>
    </message>
    <message>
        <source>The car&apos;s data is away. It is being looked for.</source>
        <translation>车辆数据暂不可用，正在查找。</translation>
    </message>
    <message>
        <source>The recording has ended.</source>
        <translation>录制数据已播放完毕。</translation>
    </message>
    <message>
        <source>Keys can be taught when the car is parked.</source>
        <translation>驻车后可以学习按键。</translation>
    </message>
    <message>
        <source>There was no answer. Try again.</source>
        <translation>没有响应，请重试。</translation>
    </message>
    <message>
        <source>The vehicle does not answer.</source>
        <translation>车辆没有响应。</translation>
    </message>
    <message>
        <source>Not running right now. It comes back by itself.</source>
        <translation>目前未运行，会自动恢复。</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>It does not answer. Trying again.</source>
        <translation>没有响应，正在重试。</translation>
    </message>
    <message>
        <source>The vehicle is silent. Waiting for it.</source>
        <translation>车辆没有数据，正在等待。</translation>
    </message>
    <message>
        <source>The vehicle&apos;s network is disturbed. Trying again.</source>
        <translation>车辆网络异常，正在重试。</translation>
    </message>
    <message>
        <source>Not connected to the vehicle.</source>
        <translation>未连接到车辆。</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>System language</source>
        <translation>系统语言</translation>
    </message>
    <message>
        <source>Pillion</source>
        <translation>Pillion</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings are away</source>
        <translation>设置暂不可用</translation>
    </message>
</context>
<context>
    <name>SourceSheet</name>
    <message>
        <source>Source</source>
        <translation>音源</translation>
    </message>
</context>
<context>
    <name>SpeedSummary</name>
    <message>
        <source>Gear %1</source>
        <translation>挡位 %1</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>SubjectList</name>
    <message>
        <source>Display</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Drivers</source>
        <translation>驾驶员</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
</context>
<context>
    <name>TellTales</name>
    <message>
        <source>Brakes</source>
        <translation>制动</translation>
    </message>
    <message>
        <source>Parking brake</source>
        <translation>驻车制动</translation>
    </message>
    <message>
        <source>Seat belt</source>
        <translation>安全带</translation>
    </message>
    <message>
        <source>Oil pressure</source>
        <translation>机油压力</translation>
    </message>
    <message>
        <source>Coolant temperature</source>
        <translation>冷却液温度</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>蓄电池</translation>
    </message>
    <message>
        <source>Airbag</source>
        <translation>安全气囊</translation>
    </message>
    <message>
        <source>Steering</source>
        <translation>转向</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>驱动系统</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>发动机</translation>
    </message>
    <message>
        <source>Anti-lock brakes</source>
        <translation>防抱死制动</translation>
    </message>
    <message>
        <source>Rear fog lamp</source>
        <translation>后雾灯</translation>
    </message>
    <message>
        <source>Front fog lamps</source>
        <translation>前雾灯</translation>
    </message>
    <message>
        <source>Low beam</source>
        <translation>近光灯</translation>
    </message>
    <message>
        <source>High beam</source>
        <translation>远光灯</translation>
    </message>
</context>
<context>
    <name>TemperatureStepper</name>
    <message>
        <source>%1 colder</source>
        <translation>%1降温</translation>
    </message>
    <message>
        <source>%1 warmer</source>
        <translation>%1升温</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Available when parked</source>
        <translation>停车后可用</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Shuffle</source>
        <translation>随机播放</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一首</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一首</translation>
    </message>
    <message>
        <source>Repeat this song</source>
        <translation>单曲循环</translation>
    </message>
    <message>
        <source>Repeat all</source>
        <translation>列表循环</translation>
    </message>
    <message>
        <source>Repeat off</source>
        <translation>不循环</translation>
    </message>
</context>
<context>
    <name>Trips</name>
    <message>
        <source>Since start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trip A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trip B</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tyres</name>
    <message>
        <source>Front left</source>
        <translation>左前</translation>
    </message>
    <message>
        <source>Front right</source>
        <translation>右前</translation>
    </message>
    <message>
        <source>Rear left</source>
        <translation>左后</translation>
    </message>
    <message>
        <source>Rear right</source>
        <translation>右后</translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation>偏低</translation>
    </message>
    <message>
        <source>Very low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop where it is safe and look at the marked tyre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the marked tyre to %1 when it is cold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check and fill the marked tyres soon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drive slower until the marked tyre has cooled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let some air out of the marked tyre when it is cold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pressures come after a few minutes of driving.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All is well. Check again in a month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnitSettings</name>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Kilometres</source>
        <translation>公里</translation>
    </message>
    <message>
        <source>Miles</source>
        <translation>英里</translation>
    </message>
    <message>
        <source>Tyre pressure</source>
        <translation>胎压</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 小时制</translation>
    </message>
    <message>
        <source>12 hours</source>
        <translation>12 小时制</translation>
    </message>
</context>
<context>
    <name>Vehicle</name>
    <message>
        <source>Front left tyre pressure is low.</source>
        <translation>左前轮胎压偏低。</translation>
    </message>
    <message>
        <source>Front right tyre pressure is low.</source>
        <translation>右前轮胎压偏低。</translation>
    </message>
    <message>
        <source>Rear left tyre pressure is low.</source>
        <translation>左后轮胎压偏低。</translation>
    </message>
    <message>
        <source>Rear right tyre pressure is low.</source>
        <translation>右后轮胎压偏低。</translation>
    </message>
    <message>
        <source>A door is open.</source>
        <translation>有车门未关。</translation>
    </message>
    <message>
        <source>The bonnet is open.</source>
        <translation>前舱盖未关。</translation>
    </message>
    <message>
        <source>The boot is open.</source>
        <translation>后备厢未关。</translation>
    </message>
</context>
<context>
    <name>VehicleCard</name>
    <message>
        <source>Vehicle</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>The car does not answer</source>
        <translation>车辆没有响应</translation>
    </message>
</context>
<context>
    <name>VehiclePage</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>VolumeSheet</name>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>WarmPlace</name>
    <message>
        <source>Heating %1</source>
        <translation>加热 %1</translation>
    </message>
    <message>
        <source>Cooling %1</source>
        <translation>通风 %1</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>WarmPlaces</name>
    <message>
        <source>Seats and steering wheel</source>
        <translation>座椅和方向盘</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>驾驶员</translation>
    </message>
    <message>
        <source>Passenger</source>
        <translation>副驾驶</translation>
    </message>
    <message>
        <source>Rear right</source>
        <translation>右后</translation>
    </message>
    <message>
        <source>Rear left</source>
        <translation>左后</translation>
    </message>
    <message>
        <source>Steering wheel</source>
        <translation>方向盘</translation>
    </message>
</context>
<context>
    <name>Warnings</name>
    <message>
        <source>Danger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
