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
    <message>
        <source>Hold to open</source>
        <translation>长按打开</translation>
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
    <name>AmbientGroup</name>
    <message>
        <source>Ambient light</source>
        <translation>氛围灯</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两侧</translation>
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
        <source>Brightness of the ambient light</source>
        <translation>氛围灯亮度</translation>
    </message>
</context>
<context>
    <name>AppPlace</name>
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
    <name>Assistance</name>
    <message>
        <source>Assistance</source>
        <translation>驾驶辅助</translation>
    </message>
    <message>
        <source>Warns before a crash ahead.</source>
        <translation>前方碰撞前预警。</translation>
    </message>
    <message>
        <source>Collision warning</source>
        <translation>碰撞预警</translation>
    </message>
    <message>
        <source>Brakes by itself when a crash is near.</source>
        <translation>即将碰撞时自动制动。</translation>
    </message>
    <message>
        <source>Emergency braking</source>
        <translation>紧急制动</translation>
    </message>
    <message>
        <source>Warns when the car leaves its lane.</source>
        <translation>偏离车道时提醒。</translation>
    </message>
    <message>
        <source>Lane warning</source>
        <translation>车道偏离预警</translation>
    </message>
    <message>
        <source>Warns of cars beside you in the mirror&apos;s dead angle.</source>
        <translation>提醒后视镜盲区内的车辆。</translation>
    </message>
    <message>
        <source>Blind spot warning</source>
        <translation>盲区监测</translation>
    </message>
    <message>
        <source>Warns of cars from the side when backing out.</source>
        <translation>倒车驶出时提醒侧方来车。</translation>
    </message>
    <message>
        <source>Cross traffic warning</source>
        <translation>横向来车预警</translation>
    </message>
    <message>
        <source>Suggests a break when you seem tired.</source>
        <translation>感到疲劳时建议休息。</translation>
    </message>
    <message>
        <source>Attention warning</source>
        <translation>疲劳提醒</translation>
    </message>
    <message>
        <source>A tone when you drive faster than the sign says.</source>
        <translation>超过限速时发出提示音。</translation>
    </message>
    <message>
        <source>Speed limit warning</source>
        <translation>限速提醒</translation>
    </message>
    <message>
        <source>Tones tell how close things are when parking.</source>
        <translation>泊车时提示音表示距离。</translation>
    </message>
    <message>
        <source>Parking tones</source>
        <translation>泊车提示音</translation>
    </message>
    <message>
        <source>Keeps the car on its line on slippery roads.</source>
        <translation>湿滑路面保持行驶方向。</translation>
    </message>
    <message>
        <source>Stability control</source>
        <translation>车身稳定控制</translation>
    </message>
</context>
<context>
    <name>BatteryHealth</name>
    <message>
        <source>Battery</source>
        <translation>蓄电池</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康状况</translation>
    </message>
</context>
<context>
    <name>BesideChooser</name>
    <message>
        <source>Beside it</source>
        <translation>并排显示</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>Now playing</source>
        <translation>正在播放</translation>
    </message>
</context>
<context>
    <name>CallBanner</name>
    <message>
        <source>Out of the way</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接听</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒接</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>挂断</translation>
    </message>
</context>
<context>
    <name>Calls</name>
    <message>
        <source>Unknown caller</source>
        <translation>未知来电</translation>
    </message>
    <message>
        <source>Incoming call</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>Calling…</source>
        <translation>正在呼叫…</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>保持中</translation>
    </message>
    <message>
        <source>On the phone</source>
        <translation>通话中</translation>
    </message>
</context>
<context>
    <name>CameraPicture</name>
    <message>
        <source>Check your surroundings</source>
        <translation>请注意周围环境</translation>
    </message>
</context>
<context>
    <name>CarStage</name>
    <message>
        <source>Lamps</source>
        <translation>车灯</translation>
    </message>
    <message>
        <source>Bonnet</source>
        <translation>前机盖</translation>
    </message>
    <message>
        <source>Front left door</source>
        <translation>左前门</translation>
    </message>
    <message>
        <source>Front right door</source>
        <translation>右前门</translation>
    </message>
    <message>
        <source>Rear left door</source>
        <translation>左后门</translation>
    </message>
    <message>
        <source>Rear right door</source>
        <translation>右后门</translation>
    </message>
    <message>
        <source>Doors and boot</source>
        <translation>车门和后备箱</translation>
    </message>
    <message>
        <source>Boot</source>
        <translation>后备箱</translation>
    </message>
    <message>
        <source>Charge port</source>
        <translation>充电口</translation>
    </message>
</context>
<context>
    <name>CarTyre</name>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Tyre, %1</source>
        <translation>轮胎 %1</translation>
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
    <name>ChargingPanel</name>
    <message>
        <source>%1 so far</source>
        <translation>已充 %1</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Plugged in</source>
        <translation>已插枪</translation>
    </message>
    <message>
        <source>The graph fills as the car charges.</source>
        <translation>充电时曲线会逐渐显示。</translation>
    </message>
    <message>
        <source>Plug in to see the charge come in.</source>
        <translation>插上充电枪即可查看充电。</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Unplugged</source>
        <translation>已拔枪</translation>
    </message>
    <message>
        <source>Charge limit</source>
        <translation>充电上限</translation>
    </message>
</context>
<context>
    <name>ChargingSettings</name>
    <message>
        <source>At once, from a time on, or ready by a time</source>
        <translation>立即、定时开始或定时充好</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>定时</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>Start at</source>
        <translation>开始于</translation>
    </message>
    <message>
        <source>Ready by</source>
        <translation>充好于</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Highest current</source>
        <translation>最大电流</translation>
    </message>
    <message>
        <source>Warms or cools the battery, and uses some charge</source>
        <translation>加热或冷却电池，会消耗少量电量</translation>
    </message>
    <message>
        <source>Make the battery ready</source>
        <translation>预处理电池</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>To charge fast</source>
        <translation>为快充</translation>
    </message>
    <message>
        <source>To drive</source>
        <translation>为行驶</translation>
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
        <translation>制冷</translation>
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
    <name>CodePane</name>
    <message>
        <source>On the phone: Developer options, Wireless debugging, Pair device with pairing code. Leave that page open.</source>
        <translation>在手机上：开发者选项、无线调试、使用配对码配对设备。请保持该页面打开。</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>配对</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>Codes</name>
    <message>
        <source>cylinder %1</source>
        <translation>第 %1 缸</translation>
    </message>
    <message>
        <source>bank %1</source>
        <translation>第 %1 排</translation>
    </message>
    <message>
        <source>sensor %1</source>
        <translation>传感器 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a part of the car, and where it is</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a part of the car, and what is wrong with it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Accelerator pedal sensor</source>
        <translation>加速踏板传感器</translation>
    </message>
    <message>
        <source>Accelerator pedal sensors</source>
        <translation>加速踏板传感器（两路）</translation>
    </message>
    <message>
        <source>AdBlue injector</source>
        <translation>车用尿素喷嘴</translation>
    </message>
    <message>
        <source>AdBlue level</source>
        <translation>车用尿素液位</translation>
    </message>
    <message>
        <source>Air conditioning pressure sensor</source>
        <translation>空调压力传感器</translation>
    </message>
    <message>
        <source>Air conditioning relay</source>
        <translation>空调继电器</translation>
    </message>
    <message>
        <source>Air flow sensor</source>
        <translation>空气流量传感器</translation>
    </message>
    <message>
        <source>Airbag control unit</source>
        <translation>安全气囊控制单元</translation>
    </message>
    <message>
        <source>Alternator control</source>
        <translation>发电机控制</translation>
    </message>
    <message>
        <source>Alternator field</source>
        <translation>发电机励磁</translation>
    </message>
    <message>
        <source>Alternator lamp</source>
        <translation>发电机指示灯</translation>
    </message>
    <message>
        <source>Anti-lock brake control unit</source>
        <translation>防抱死制动控制单元</translation>
    </message>
    <message>
        <source>Battery control unit</source>
        <translation>电池控制单元</translation>
    </message>
    <message>
        <source>Board voltage</source>
        <translation>车载电压</translation>
    </message>
    <message>
        <source>Board voltage from the converter</source>
        <translation>转换器输出电压</translation>
    </message>
    <message>
        <source>Body control unit</source>
        <translation>车身控制单元</translation>
    </message>
    <message>
        <source>Boost pressure sensor</source>
        <translation>增压压力传感器</translation>
    </message>
    <message>
        <source>Brake booster</source>
        <translation>制动助力器</translation>
    </message>
    <message>
        <source>Brake control unit</source>
        <translation>制动控制单元</translation>
    </message>
    <message>
        <source>Brake fluid</source>
        <translation>制动液</translation>
    </message>
    <message>
        <source>Brake light switch</source>
        <translation>制动灯开关</translation>
    </message>
    <message>
        <source>Brake light switches</source>
        <translation>制动灯开关（两路）</translation>
    </message>
    <message>
        <source>Brake pressure sensor</source>
        <translation>制动压力传感器</translation>
    </message>
    <message>
        <source>Brake pump</source>
        <translation>制动泵</translation>
    </message>
    <message>
        <source>Brake signal for the transmission</source>
        <translation>变速器制动信号</translation>
    </message>
    <message>
        <source>Camshaft sensor</source>
        <translation>凸轮轴传感器</translation>
    </message>
    <message>
        <source>Catalytic converter</source>
        <translation>催化转化器</translation>
    </message>
    <message>
        <source>Catalytic converter while warming up</source>
        <translation>预热时的催化转化器</translation>
    </message>
    <message>
        <source>Climate control unit</source>
        <translation>空调控制单元</translation>
    </message>
    <message>
        <source>Clutch switch</source>
        <translation>离合器开关</translation>
    </message>
    <message>
        <source>Control units</source>
        <translation>控制单元</translation>
    </message>
    <message>
        <source>Coolant temperature</source>
        <translation>冷却液温度</translation>
    </message>
    <message>
        <source>Coolant temperature sensor</source>
        <translation>冷却液温度传感器</translation>
    </message>
    <message>
        <source>Coolant thermostat</source>
        <translation>节温器</translation>
    </message>
    <message>
        <source>Cooling fan</source>
        <translation>散热风扇</translation>
    </message>
    <message>
        <source>Crankshaft and camshaft</source>
        <translation>曲轴与凸轮轴</translation>
    </message>
    <message>
        <source>Crankshaft and exhaust camshaft</source>
        <translation>曲轴与排气凸轮轴</translation>
    </message>
    <message>
        <source>Crankshaft position</source>
        <translation>曲轴位置</translation>
    </message>
    <message>
        <source>Crankshaft sensor</source>
        <translation>曲轴传感器</translation>
    </message>
    <message>
        <source>Cruise control module</source>
        <translation>定速巡航模块</translation>
    </message>
    <message>
        <source>Cruise control switches</source>
        <translation>定速巡航开关</translation>
    </message>
    <message>
        <source>Cylinder</source>
        <translation>气缸</translation>
    </message>
    <message>
        <source>Distance radar</source>
        <translation>测距雷达</translation>
    </message>
    <message>
        <source>Drive motor</source>
        <translation>驱动电机</translation>
    </message>
    <message>
        <source>Drive motor control unit</source>
        <translation>驱动电机控制单元</translation>
    </message>
    <message>
        <source>Drive motor coolant pump</source>
        <translation>驱动电机冷却泵</translation>
    </message>
    <message>
        <source>Drive motor inverter</source>
        <translation>驱动电机逆变器</translation>
    </message>
    <message>
        <source>Drive motor position sensor</source>
        <translation>驱动电机位置传感器</translation>
    </message>
    <message>
        <source>Driver&apos;s belt buckle switch</source>
        <translation>驾驶员安全带锁扣开关</translation>
    </message>
    <message>
        <source>Driver&apos;s belt tensioner</source>
        <translation>驾驶员安全带预紧器</translation>
    </message>
    <message>
        <source>Driver&apos;s door module</source>
        <translation>驾驶员车门模块</translation>
    </message>
    <message>
        <source>Driver&apos;s front airbag</source>
        <translation>驾驶员前气囊</translation>
    </message>
    <message>
        <source>Driver&apos;s front airbag, stage</source>
        <translation>驾驶员前气囊级</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>发动机</translation>
    </message>
    <message>
        <source>Engine control unit</source>
        <translation>发动机控制单元</translation>
    </message>
    <message>
        <source>Engine main relay</source>
        <translation>发动机主继电器</translation>
    </message>
    <message>
        <source>Engine speed for the transmission</source>
        <translation>变速器用发动机转速</translation>
    </message>
    <message>
        <source>Engine speed sensor</source>
        <translation>发动机转速传感器</translation>
    </message>
    <message>
        <source>Engine-off timer</source>
        <translation>熄火计时器</translation>
    </message>
    <message>
        <source>Exhaust camshaft adjuster</source>
        <translation>排气凸轮轴调节器</translation>
    </message>
    <message>
        <source>Exhaust cleaning with AdBlue</source>
        <translation>车用尿素尾气净化</translation>
    </message>
    <message>
        <source>Exhaust gas recirculation</source>
        <translation>废气再循环</translation>
    </message>
    <message>
        <source>Exhaust pressure sensor</source>
        <translation>排气压力传感器</translation>
    </message>
    <message>
        <source>Exhaust temperature sensor</source>
        <translation>排气温度传感器</translation>
    </message>
    <message>
        <source>Four-wheel drive control unit</source>
        <translation>四驱控制单元</translation>
    </message>
    <message>
        <source>Front crash sensor</source>
        <translation>前碰撞传感器</translation>
    </message>
    <message>
        <source>Front crash sensor, left</source>
        <translation>左前碰撞传感器</translation>
    </message>
    <message>
        <source>Front crash sensor, right</source>
        <translation>右前碰撞传感器</translation>
    </message>
    <message>
        <source>Fuel level sensor</source>
        <translation>燃油液位传感器</translation>
    </message>
    <message>
        <source>Fuel mixture</source>
        <translation>混合气</translation>
    </message>
    <message>
        <source>Fuel mixture at idle</source>
        <translation>怠速混合气</translation>
    </message>
    <message>
        <source>Fuel mixture at speed</source>
        <translation>行驶时混合气</translation>
    </message>
    <message>
        <source>Fuel pressure regulator</source>
        <translation>燃油压力调节器</translation>
    </message>
    <message>
        <source>Fuel pump</source>
        <translation>燃油泵</translation>
    </message>
    <message>
        <source>Fuel pump control</source>
        <translation>燃油泵控制</translation>
    </message>
    <message>
        <source>Fuel pump control unit</source>
        <translation>燃油泵控制单元</translation>
    </message>
    <message>
        <source>Fuel rail pressure</source>
        <translation>油轨压力</translation>
    </message>
    <message>
        <source>Fuel rail pressure sensor</source>
        <translation>油轨压力传感器</translation>
    </message>
    <message>
        <source>Fuel system</source>
        <translation>燃油系统</translation>
    </message>
    <message>
        <source>Fuel temperature sensor</source>
        <translation>燃油温度传感器</translation>
    </message>
    <message>
        <source>Fuel vapour pressure sensor</source>
        <translation>燃油蒸气压力传感器</translation>
    </message>
    <message>
        <source>Fuel vapour purge valve</source>
        <translation>燃油蒸气清洗阀</translation>
    </message>
    <message>
        <source>Fuel vapour system</source>
        <translation>燃油蒸气系统</translation>
    </message>
    <message>
        <source>Fuel vapour vent</source>
        <translation>燃油蒸气通风口</translation>
    </message>
    <message>
        <source>Fuel vapour vent valve</source>
        <translation>燃油蒸气通风阀</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Gear</source>
        <translation>挡位</translation>
    </message>
    <message>
        <source>Gear selector module</source>
        <translation>换挡模块</translation>
    </message>
    <message>
        <source>Gear selector sensor</source>
        <translation>换挡传感器</translation>
    </message>
    <message>
        <source>Generator control unit</source>
        <translation>发电机控制单元</translation>
    </message>
    <message>
        <source>Generator inverter</source>
        <translation>发电机逆变器</translation>
    </message>
    <message>
        <source>Glow plug</source>
        <translation>预热塞</translation>
    </message>
    <message>
        <source>Glow plug control unit</source>
        <translation>预热塞控制单元</translation>
    </message>
    <message>
        <source>Glow plugs</source>
        <translation>预热塞（全部）</translation>
    </message>
    <message>
        <source>High-voltage contactor, negative</source>
        <translation>高压接触器（负极）</translation>
    </message>
    <message>
        <source>High-voltage contactor, positive</source>
        <translation>高压接触器（正极）</translation>
    </message>
    <message>
        <source>High-voltage fuse</source>
        <translation>高压熔断器</translation>
    </message>
    <message>
        <source>High-voltage insulation</source>
        <translation>高压绝缘</translation>
    </message>
    <message>
        <source>High-voltage interlock</source>
        <translation>高压互锁</translation>
    </message>
    <message>
        <source>Hybrid control unit</source>
        <translation>混合动力控制单元</translation>
    </message>
    <message>
        <source>Idle control</source>
        <translation>怠速控制</translation>
    </message>
    <message>
        <source>Idle speed</source>
        <translation>怠速</translation>
    </message>
    <message>
        <source>Ignition coil</source>
        <translation>点火线圈</translation>
    </message>
    <message>
        <source>Ignition coils</source>
        <translation>点火线圈（全部）</translation>
    </message>
    <message>
        <source>Immobiliser</source>
        <translation>防盗器</translation>
    </message>
    <message>
        <source>Immobiliser key</source>
        <translation>防盗钥匙</translation>
    </message>
    <message>
        <source>Injector</source>
        <translation>喷油器</translation>
    </message>
    <message>
        <source>Injector control unit</source>
        <translation>喷油器控制单元</translation>
    </message>
    <message>
        <source>Injectors</source>
        <translation>喷油器（全部）</translation>
    </message>
    <message>
        <source>Instrument cluster</source>
        <translation>组合仪表</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>进气道</translation>
    </message>
    <message>
        <source>Intake air temperature sensor</source>
        <translation>进气温度传感器</translation>
    </message>
    <message>
        <source>Intake camshaft adjuster</source>
        <translation>进气凸轮轴调节器</translation>
    </message>
    <message>
        <source>Intake flap</source>
        <translation>进气翻板</translation>
    </message>
    <message>
        <source>Intake flap position sensor</source>
        <translation>进气翻板位置传感器</translation>
    </message>
    <message>
        <source>Intake pressure and outside pressure</source>
        <translation>进气压力与大气压力</translation>
    </message>
    <message>
        <source>Intake pressure sensor</source>
        <translation>进气压力传感器</translation>
    </message>
    <message>
        <source>Knock sensor</source>
        <translation>爆震传感器</translation>
    </message>
    <message>
        <source>Lateral acceleration sensor</source>
        <translation>横向加速度传感器</translation>
    </message>
    <message>
        <source>Longitudinal acceleration sensor</source>
        <translation>纵向加速度传感器</translation>
    </message>
    <message>
        <source>Mixture behind the catalytic converter</source>
        <translation>催化转化器后混合气</translation>
    </message>
    <message>
        <source>NOx sensor</source>
        <translation>氮氧化物传感器</translation>
    </message>
    <message>
        <source>Oil pressure</source>
        <translation>机油压力</translation>
    </message>
    <message>
        <source>Oil pressure sensor</source>
        <translation>机油压力传感器</translation>
    </message>
    <message>
        <source>Oil temperature sensor</source>
        <translation>机油温度传感器</translation>
    </message>
    <message>
        <source>Outside temperature sensor</source>
        <translation>车外温度传感器</translation>
    </message>
    <message>
        <source>Oxygen sensor</source>
        <translation>氧传感器</translation>
    </message>
    <message>
        <source>Oxygen sensor heater</source>
        <translation>氧传感器加热器</translation>
    </message>
    <message>
        <source>Park and neutral switch</source>
        <translation>驻车空挡开关</translation>
    </message>
    <message>
        <source>Parking aid</source>
        <translation>泊车辅助</translation>
    </message>
    <message>
        <source>Parking brake control unit</source>
        <translation>驻车制动控制单元</translation>
    </message>
    <message>
        <source>Particulate filter</source>
        <translation>颗粒捕集器</translation>
    </message>
    <message>
        <source>Particulate filter cleaning</source>
        <translation>颗粒捕集器再生</translation>
    </message>
    <message>
        <source>Particulate filter pressure sensor</source>
        <translation>颗粒捕集器压力传感器</translation>
    </message>
    <message>
        <source>Passenger seat sensor</source>
        <translation>副驾驶座椅传感器</translation>
    </message>
    <message>
        <source>Passenger&apos;s door module</source>
        <translation>副驾驶车门模块</translation>
    </message>
    <message>
        <source>Passenger&apos;s front airbag</source>
        <translation>副驾驶前气囊</translation>
    </message>
    <message>
        <source>Passenger&apos;s front airbag, stage</source>
        <translation>副驾驶前气囊级</translation>
    </message>
    <message>
        <source>Power steering control unit</source>
        <translation>助力转向控制单元</translation>
    </message>
    <message>
        <source>Power steering pressure sensor</source>
        <translation>助力转向压力传感器</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>收音机</translation>
    </message>
    <message>
        <source>Remote key module</source>
        <translation>遥控钥匙模块</translation>
    </message>
    <message>
        <source>Reverse gear</source>
        <translation>倒挡</translation>
    </message>
    <message>
        <source>Roll rate sensor</source>
        <translation>侧倾率传感器</translation>
    </message>
    <message>
        <source>Seat module</source>
        <translation>座椅模块</translation>
    </message>
    <message>
        <source>Second intake air temperature sensor</source>
        <translation>第二进气温度传感器</translation>
    </message>
    <message>
        <source>Secondary air pump</source>
        <translation>二次空气泵</translation>
    </message>
    <message>
        <source>Secondary air system</source>
        <translation>二次空气系统</translation>
    </message>
    <message>
        <source>Secondary air valve</source>
        <translation>二次空气阀</translation>
    </message>
    <message>
        <source>Sensor supply</source>
        <translation>传感器供电</translation>
    </message>
    <message>
        <source>Several cylinders</source>
        <translation>多个气缸</translation>
    </message>
    <message>
        <source>Shift valve</source>
        <translation>换挡阀</translation>
    </message>
    <message>
        <source>Side airbag, left</source>
        <translation>左侧气囊</translation>
    </message>
    <message>
        <source>Side airbag, right</source>
        <translation>右侧气囊</translation>
    </message>
    <message>
        <source>Side crash sensor, left</source>
        <translation>左侧碰撞传感器</translation>
    </message>
    <message>
        <source>Side crash sensor, right</source>
        <translation>右侧碰撞传感器</translation>
    </message>
    <message>
        <source>Stability control unit</source>
        <translation>稳定控制单元</translation>
    </message>
    <message>
        <source>Starter relay</source>
        <translation>起动机继电器</translation>
    </message>
    <message>
        <source>Steering angle sensor</source>
        <translation>转向角传感器</translation>
    </message>
    <message>
        <source>Tailgate module</source>
        <translation>尾门模块</translation>
    </message>
    <message>
        <source>Throttle</source>
        <translation>节气门</translation>
    </message>
    <message>
        <source>Throttle actuator</source>
        <translation>节气门执行器</translation>
    </message>
    <message>
        <source>Throttle and intake pressure</source>
        <translation>节气门与进气压力</translation>
    </message>
    <message>
        <source>Throttle control unit</source>
        <translation>节气门控制单元</translation>
    </message>
    <message>
        <source>Throttle position sensor</source>
        <translation>节气门位置传感器</translation>
    </message>
    <message>
        <source>Throttle position sensors</source>
        <translation>节气门位置传感器（两路）</translation>
    </message>
    <message>
        <source>Torque converter clutch</source>
        <translation>变矩器离合器</translation>
    </message>
    <message>
        <source>Traction battery</source>
        <translation>动力电池</translation>
    </message>
    <message>
        <source>Traction battery cell voltage</source>
        <translation>动力电池单体电压</translation>
    </message>
    <message>
        <source>Traction battery cells</source>
        <translation>动力电池单体</translation>
    </message>
    <message>
        <source>Traction battery current sensor</source>
        <translation>动力电池电流传感器</translation>
    </message>
    <message>
        <source>Traction battery fan</source>
        <translation>动力电池风扇</translation>
    </message>
    <message>
        <source>Traction battery temperature sensor</source>
        <translation>动力电池温度传感器</translation>
    </message>
    <message>
        <source>Traction battery voltage</source>
        <translation>动力电池电压</translation>
    </message>
    <message>
        <source>Transfer case control unit</source>
        <translation>分动箱控制单元</translation>
    </message>
    <message>
        <source>Transmission</source>
        <translation>变速器</translation>
    </message>
    <message>
        <source>Transmission control</source>
        <translation>变速器控制</translation>
    </message>
    <message>
        <source>Transmission control unit</source>
        <translation>变速器控制单元</translation>
    </message>
    <message>
        <source>Transmission input speed sensor</source>
        <translation>变速器输入转速传感器</translation>
    </message>
    <message>
        <source>Transmission oil pressure</source>
        <translation>变速器油压</translation>
    </message>
    <message>
        <source>Transmission oil pressure sensor</source>
        <translation>变速器油压传感器</translation>
    </message>
    <message>
        <source>Transmission oil pump</source>
        <translation>变速器油泵</translation>
    </message>
    <message>
        <source>Transmission oil temperature sensor</source>
        <translation>变速器油温传感器</translation>
    </message>
    <message>
        <source>Transmission output speed sensor</source>
        <translation>变速器输出转速传感器</translation>
    </message>
    <message>
        <source>Transmission pressure valve</source>
        <translation>变速器压力阀</translation>
    </message>
    <message>
        <source>Turbocharger</source>
        <translation>涡轮增压器</translation>
    </message>
    <message>
        <source>Turbocharger boost control</source>
        <translation>涡轮增压控制</translation>
    </message>
    <message>
        <source>Turbocharger bypass valve</source>
        <translation>涡轮增压旁通阀</translation>
    </message>
    <message>
        <source>Turbocharger position sensor</source>
        <translation>涡轮增压器位置传感器</translation>
    </message>
    <message>
        <source>Turbocharger wastegate valve</source>
        <translation>涡轮增压废气阀</translation>
    </message>
    <message>
        <source>Tyre pressure</source>
        <translation>胎压</translation>
    </message>
    <message>
        <source>Tyre size</source>
        <translation>轮胎尺寸</translation>
    </message>
    <message>
        <source>Vehicle network</source>
        <translation>车辆网络</translation>
    </message>
    <message>
        <source>Vehicle network, fast</source>
        <translation>高速车辆网络</translation>
    </message>
    <message>
        <source>Vehicle network, medium</source>
        <translation>中速车辆网络</translation>
    </message>
    <message>
        <source>Vehicle network, slow</source>
        <translation>低速车辆网络</translation>
    </message>
    <message>
        <source>Vehicle number</source>
        <translation>车辆识别号</translation>
    </message>
    <message>
        <source>Vehicle security module</source>
        <translation>车辆安全模块</translation>
    </message>
    <message>
        <source>Vehicle speed</source>
        <translation>车速</translation>
    </message>
    <message>
        <source>Vehicle speed sensor</source>
        <translation>车速传感器</translation>
    </message>
    <message>
        <source>Voltage converter</source>
        <translation>电压转换器</translation>
    </message>
    <message>
        <source>Wheel speed sensor, front left</source>
        <translation>左前轮速传感器</translation>
    </message>
    <message>
        <source>Wheel speed sensor, front right</source>
        <translation>右前轮速传感器</translation>
    </message>
    <message>
        <source>Wheel speed sensor, rear left</source>
        <translation>左后轮速传感器</translation>
    </message>
    <message>
        <source>Wheel speed sensor, rear right</source>
        <translation>右后轮速传感器</translation>
    </message>
    <message>
        <source>Yaw rate sensor</source>
        <translation>横摆率传感器</translation>
    </message>
    <message>
        <source>Body and comfort</source>
        <translation>车身与舒适</translation>
    </message>
    <message>
        <source>Charging</source>
        <translation>充电</translation>
    </message>
    <message>
        <source>Chassis and brakes</source>
        <translation>底盘与制动</translation>
    </message>
    <message>
        <source>Control unit</source>
        <translation>控制单元</translation>
    </message>
    <message>
        <source>Emission control</source>
        <translation>排放控制</translation>
    </message>
    <message>
        <source>Engine and drive</source>
        <translation>发动机与传动</translation>
    </message>
    <message>
        <source>Fuel and air</source>
        <translation>燃油与空气</translation>
    </message>
    <message>
        <source>Hybrid or electric drive</source>
        <translation>混合或电驱动</translation>
    </message>
    <message>
        <source>Ignition</source>
        <translation>点火</translation>
    </message>
    <message>
        <source>Speed and idle control</source>
        <translation>车速与怠速控制</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>驱动</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>电池</translation>
    </message>
    <message>
        <source>actuator stuck</source>
        <translation>执行器卡滞</translation>
    </message>
    <message>
        <source>boost too high</source>
        <translation>增压过高</translation>
    </message>
    <message>
        <source>boost too low</source>
        <translation>增压过低</translation>
    </message>
    <message>
        <source>bus off</source>
        <translation>总线关闭</translation>
    </message>
    <message>
        <source>charge too low</source>
        <translation>电量过低</translation>
    </message>
    <message>
        <source>circuit fault</source>
        <translation>电路故障</translation>
    </message>
    <message>
        <source>circuit fault at the valve</source>
        <translation>阀门电路故障</translation>
    </message>
    <message>
        <source>cleans too little</source>
        <translation>净化不足</translation>
    </message>
    <message>
        <source>communication fault</source>
        <translation>通信故障</translation>
    </message>
    <message>
        <source>contributes too little</source>
        <translation>做功不足</translation>
    </message>
    <message>
        <source>coolant stays too cold</source>
        <translation>冷却液温度过低</translation>
    </message>
    <message>
        <source>correction fault</source>
        <translation>修正故障</translation>
    </message>
    <message>
        <source>current too high</source>
        <translation>电流过大</translation>
    </message>
    <message>
        <source>current too low</source>
        <translation>电流过小</translation>
    </message>
    <message>
        <source>differ too much</source>
        <translation>差异过大</translation>
    </message>
    <message>
        <source>do not match</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>does not close</source>
        <translation>不闭合</translation>
    </message>
    <message>
        <source>does not open</source>
        <translation>不断开</translation>
    </message>
    <message>
        <source>does not start</source>
        <translation>无法启动</translation>
    </message>
    <message>
        <source>does not work as it should</source>
        <translation>工作异常</translation>
    </message>
    <message>
        <source>electrical fault</source>
        <translation>电气故障</translation>
    </message>
    <message>
        <source>faulty gear change</source>
        <translation>换挡异常</translation>
    </message>
    <message>
        <source>flow fault</source>
        <translation>流量异常</translation>
    </message>
    <message>
        <source>flow too high</source>
        <translation>流量过大</translation>
    </message>
    <message>
        <source>flow too low</source>
        <translation>流量过小</translation>
    </message>
    <message>
        <source>full of ash</source>
        <translation>灰分已满</translation>
    </message>
    <message>
        <source>full of soot</source>
        <translation>积碳已满</translation>
    </message>
    <message>
        <source>heater circuit fault</source>
        <translation>加热电路故障</translation>
    </message>
    <message>
        <source>implausible value</source>
        <translation>数值不合理</translation>
    </message>
    <message>
        <source>internal fault</source>
        <translation>内部故障</translation>
    </message>
    <message>
        <source>invalid data received</source>
        <translation>收到无效数据</translation>
    </message>
    <message>
        <source>invalid signal</source>
        <translation>无效信号</translation>
    </message>
    <message>
        <source>large leak</source>
        <translation>大量泄漏</translation>
    </message>
    <message>
        <source>leak, is the fuel cap closed?</source>
        <translation>泄漏，油箱盖盖好了吗？</translation>
    </message>
    <message>
        <source>leaks air</source>
        <translation>漏气</translation>
    </message>
    <message>
        <source>level too low</source>
        <translation>液位过低</translation>
    </message>
    <message>
        <source>lost its stored values</source>
        <translation>存储值丢失</translation>
    </message>
    <message>
        <source>mechanical fault</source>
        <translation>机械故障</translation>
    </message>
    <message>
        <source>memory fault</source>
        <translation>存储器故障</translation>
    </message>
    <message>
        <source>message checksum wrong</source>
        <translation>报文校验错误</translation>
    </message>
    <message>
        <source>message counter wrong</source>
        <translation>报文计数错误</translation>
    </message>
    <message>
        <source>message missing</source>
        <translation>报文缺失</translation>
    </message>
    <message>
        <source>misfire</source>
        <translation>失火</translation>
    </message>
    <message>
        <source>misfire after the start</source>
        <translation>启动后失火</translation>
    </message>
    <message>
        <source>misfire with little fuel</source>
        <translation>油量低时失火</translation>
    </message>
    <message>
        <source>missing in the control unit</source>
        <translation>控制单元中缺失</translation>
    </message>
    <message>
        <source>no activity</source>
        <translation>无活动</translation>
    </message>
    <message>
        <source>no signal</source>
        <translation>无信号</translation>
    </message>
    <message>
        <source>not calibrated</source>
        <translation>未标定</translation>
    </message>
    <message>
        <source>not learnt</source>
        <translation>未学习</translation>
    </message>
    <message>
        <source>not programmed</source>
        <translation>未编程</translation>
    </message>
    <message>
        <source>not recognised</source>
        <translation>未识别</translation>
    </message>
    <message>
        <source>open circuit</source>
        <translation>断路</translation>
    </message>
    <message>
        <source>open circuit or short to ground</source>
        <translation>断路或对地短路</translation>
    </message>
    <message>
        <source>open circuit or short to supply</source>
        <translation>断路或对电源短路</translation>
    </message>
    <message>
        <source>overheated</source>
        <translation>过热</translation>
    </message>
    <message>
        <source>position too far advanced</source>
        <translation>位置过于提前</translation>
    </message>
    <message>
        <source>position too far retarded</source>
        <translation>位置过于滞后</translation>
    </message>
    <message>
        <source>reacts slowly</source>
        <translation>响应迟缓</translation>
    </message>
    <message>
        <source>reports a fault</source>
        <translation>报告故障</translation>
    </message>
    <message>
        <source>resistance too high</source>
        <translation>电阻过大</translation>
    </message>
    <message>
        <source>resistance too low</source>
        <translation>电阻过小</translation>
    </message>
    <message>
        <source>second sensor signal too high</source>
        <translation>第二传感器信号过高</translation>
    </message>
    <message>
        <source>second sensor signal too low</source>
        <translation>第二传感器信号过低</translation>
    </message>
    <message>
        <source>sends implausible data</source>
        <translation>发送数据不合理</translation>
    </message>
    <message>
        <source>sensor signal too high</source>
        <translation>传感器信号过高</translation>
    </message>
    <message>
        <source>sensor signal too low</source>
        <translation>传感器信号过低</translation>
    </message>
    <message>
        <source>short circuit</source>
        <translation>短路</translation>
    </message>
    <message>
        <source>short circuit to ground</source>
        <translation>对地短路</translation>
    </message>
    <message>
        <source>short circuit to supply</source>
        <translation>对电源短路</translation>
    </message>
    <message>
        <source>signal comes and goes</source>
        <translation>信号间断</translation>
    </message>
    <message>
        <source>signal invalid</source>
        <translation>信号无效</translation>
    </message>
    <message>
        <source>signal too high</source>
        <translation>信号过高</translation>
    </message>
    <message>
        <source>signal too low</source>
        <translation>信号过低</translation>
    </message>
    <message>
        <source>signals do not match</source>
        <translation>信号不一致</translation>
    </message>
    <message>
        <source>slips</source>
        <translation>打滑</translation>
    </message>
    <message>
        <source>small leak</source>
        <translation>轻微泄漏</translation>
    </message>
    <message>
        <source>software versions do not match</source>
        <translation>软件版本不一致</translation>
    </message>
    <message>
        <source>speed too high</source>
        <translation>转速过高</translation>
    </message>
    <message>
        <source>stuck at lean</source>
        <translation>一直偏稀</translation>
    </message>
    <message>
        <source>stuck at rich</source>
        <translation>一直偏浓</translation>
    </message>
    <message>
        <source>stuck closed</source>
        <translation>卡在关闭位置</translation>
    </message>
    <message>
        <source>stuck off</source>
        <translation>卡在断开状态</translation>
    </message>
    <message>
        <source>stuck on</source>
        <translation>卡在接通状态</translation>
    </message>
    <message>
        <source>stuck open</source>
        <translation>卡在打开位置</translation>
    </message>
    <message>
        <source>too high</source>
        <translation>过高</translation>
    </message>
    <message>
        <source>too lean</source>
        <translation>过稀</translation>
    </message>
    <message>
        <source>too low</source>
        <translation>过低</translation>
    </message>
    <message>
        <source>too low for mixture control</source>
        <translation>过低，无法调节混合气</translation>
    </message>
    <message>
        <source>too low for steady running</source>
        <translation>过低，运转不稳</translation>
    </message>
    <message>
        <source>too rich</source>
        <translation>过浓</translation>
    </message>
    <message>
        <source>took too long</source>
        <translation>耗时过长</translation>
    </message>
    <message>
        <source>unsteady</source>
        <translation>不稳定</translation>
    </message>
    <message>
        <source>very small leak</source>
        <translation>微量泄漏</translation>
    </message>
    <message>
        <source>voltage out of range</source>
        <translation>电压超出范围</translation>
    </message>
    <message>
        <source>voltage too high</source>
        <translation>电压过高</translation>
    </message>
    <message>
        <source>voltage too low</source>
        <translation>电压过低</translation>
    </message>
    <message>
        <source>worn out</source>
        <translation>已老化</translation>
    </message>
    <message>
        <source>wrong gear ratio</source>
        <translation>传动比错误</translation>
    </message>
    <message>
        <source>wrong ratio</source>
        <translation>传动比错误</translation>
    </message>
    <message>
        <source>wrong settings</source>
        <translation>设置错误</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>fault described by the car&apos;s maker</source>
        <translation>由制造商定义的故障</translation>
    </message>
    <message>
        <source>Absolute fuel rail pressure</source>
        <translation>油轨绝对压力</translation>
    </message>
    <message>
        <source>Absolute fuel vapour pressure</source>
        <translation>燃油蒸气绝对压力</translation>
    </message>
    <message>
        <source>Absolute load</source>
        <translation>绝对负荷</translation>
    </message>
    <message>
        <source>Accelerator pedal</source>
        <translation>加速踏板</translation>
    </message>
    <message>
        <source>Air flow</source>
        <translation>空气流量</translation>
    </message>
    <message>
        <source>Air ratio</source>
        <translation>空燃比系数</translation>
    </message>
    <message>
        <source>Air ratio wanted</source>
        <translation>目标空燃比系数</translation>
    </message>
    <message>
        <source>Catalytic converter temperature</source>
        <translation>催化转化器温度</translation>
    </message>
    <message>
        <source>Control unit voltage</source>
        <translation>控制单元电压</translation>
    </message>
    <message>
        <source>Distance driven</source>
        <translation>行驶里程</translation>
    </message>
    <message>
        <source>Distance since codes were cleared</source>
        <translation>清除代码后的里程</translation>
    </message>
    <message>
        <source>Distance with the warning lamp on</source>
        <translation>警告灯亮后的里程</translation>
    </message>
    <message>
        <source>Engine load</source>
        <translation>发动机负荷</translation>
    </message>
    <message>
        <source>Engine speed</source>
        <translation>发动机转速</translation>
    </message>
    <message>
        <source>Ethanol in the fuel</source>
        <translation>燃油中的乙醇</translation>
    </message>
    <message>
        <source>Exhaust gas recirculation error</source>
        <translation>废气再循环偏差</translation>
    </message>
    <message>
        <source>Exhaust gas recirculation wanted</source>
        <translation>目标废气再循环</translation>
    </message>
    <message>
        <source>Friction torque</source>
        <translation>摩擦扭矩</translation>
    </message>
    <message>
        <source>Fuel level</source>
        <translation>油量</translation>
    </message>
    <message>
        <source>Fuel pressure</source>
        <translation>燃油压力</translation>
    </message>
    <message>
        <source>Fuel rail pressure above intake</source>
        <translation>相对进气的油轨压力</translation>
    </message>
    <message>
        <source>Fuel rate</source>
        <translation>燃油流量</translation>
    </message>
    <message>
        <source>Fuel vapour pressure</source>
        <translation>燃油蒸气压力</translation>
    </message>
    <message>
        <source>Fuel vapour purge</source>
        <translation>燃油蒸气清洗</translation>
    </message>
    <message>
        <source>Ignition advance</source>
        <translation>点火提前角</translation>
    </message>
    <message>
        <source>Injection timing</source>
        <translation>喷油正时</translation>
    </message>
    <message>
        <source>Intake air temperature</source>
        <translation>进气温度</translation>
    </message>
    <message>
        <source>Intake pressure</source>
        <translation>进气压力</translation>
    </message>
    <message>
        <source>Long fuel correction</source>
        <translation>长期燃油修正</translation>
    </message>
    <message>
        <source>Oil temperature</source>
        <translation>机油温度</translation>
    </message>
    <message>
        <source>Outside pressure</source>
        <translation>大气压力</translation>
    </message>
    <message>
        <source>Outside temperature</source>
        <translation>车外温度</translation>
    </message>
    <message>
        <source>Oxygen sensor current</source>
        <translation>氧传感器电流</translation>
    </message>
    <message>
        <source>Reference torque</source>
        <translation>参考扭矩</translation>
    </message>
    <message>
        <source>Relative throttle position</source>
        <translation>节气门相对位置</translation>
    </message>
    <message>
        <source>Short fuel correction</source>
        <translation>短期燃油修正</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>车速</translation>
    </message>
    <message>
        <source>Throttle position</source>
        <translation>节气门位置</translation>
    </message>
    <message>
        <source>Throttle wanted</source>
        <translation>目标节气门</translation>
    </message>
    <message>
        <source>Time since codes were cleared</source>
        <translation>清除代码后的时间</translation>
    </message>
    <message>
        <source>Time since the start</source>
        <translation>启动后的时间</translation>
    </message>
    <message>
        <source>Time with the warning lamp on</source>
        <translation>警告灯亮后的时间</translation>
    </message>
    <message>
        <source>Torque</source>
        <translation>扭矩</translation>
    </message>
    <message>
        <source>Torque wanted</source>
        <translation>目标扭矩</translation>
    </message>
    <message>
        <source>Warm-ups since codes were cleared</source>
        <translation>清除代码后的暖机次数</translation>
    </message>
    <message>
        <source>rpm</source>
        <translation>转/分</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
</context>
<context>
    <name>ConsumptionPanel</name>
    <message>
        <source>Average</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Average, fuel</source>
        <translation>平均油耗</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>The graph fills as you drive.</source>
        <translation>行驶时曲线会逐渐显示。</translation>
    </message>
</context>
<context>
    <name>CruiseGroup</name>
    <message>
        <source>Cruise control, set at the wheel</source>
        <translation>巡航控制（方向盘设置）</translation>
    </message>
    <message>
        <source>Cruise control</source>
        <translation>巡航控制</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Distance to the car ahead</source>
        <translation>与前车距离</translation>
    </message>
    <message>
        <source>Level %1</source>
        <translation>%1 级</translation>
    </message>
</context>
<context>
    <name>Diagnostics</name>
    <message>
        <source>No faults are stored.</source>
        <translation>没有故障记录。</translation>
    </message>
    <message>
        <source>A serious fault. Stop safely and get help.</source>
        <translation>严重故障。请安全停车并求助。</translation>
    </message>
    <message>
        <source>The car should see a workshop soon.</source>
        <translation>车辆应尽快检修。</translation>
    </message>
    <message>
        <source>A small fault. You can drive on.</source>
        <translation>轻微故障。可继续行驶。</translation>
    </message>
    <message>
        <source>Checked at %1</source>
        <translation>检查于 %1</translation>
    </message>
    <message>
        <source>This car tells of no self-tests.</source>
        <translation>此车不提供自检信息。</translation>
    </message>
    <message>
        <source>All self-tests have run. Ready for an inspection.</source>
        <translation>自检全部完成，可以年检。</translation>
    </message>
    <message>
        <source>%1 of %2 self-tests are still to run. Driving brings them.</source>
        <translation>%2 项自检中还有 %1 项未完成，行驶后会完成。</translation>
    </message>
    <message>
        <source>Nothing in this car&apos;s profile says how to reach them.</source>
        <translation>此车配置中没有诊断连接。</translation>
    </message>
    <message>
        <source>The adapter is not connected.</source>
        <translation>适配器未连接。</translation>
    </message>
    <message>
        <source>Looking for the car&apos;s control units…</source>
        <translation>正在寻找控制单元…</translation>
    </message>
    <message>
        <source>They do not answer. Is the ignition on?</source>
        <translation>控制单元无应答。点火开关打开了吗？</translation>
    </message>
    <message>
        <source>Codes can be cleared when parked.</source>
        <translation>停车后可清除代码。</translation>
    </message>
    <message>
        <source>Cleared. What was known is kept in the log.</source>
        <translation>已清除。记录已保存。</translation>
    </message>
    <message>
        <source>Stop safely</source>
        <translation>安全停车</translation>
    </message>
    <message>
        <source>You can drive on</source>
        <translation>可继续行驶</translation>
    </message>
    <message>
        <source>Workshop soon</source>
        <translation>尽快维修</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>已存储</translation>
    </message>
    <message>
        <source>seen once</source>
        <translation>出现一次</translation>
    </message>
    <message>
        <source>permanent</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>No fault</source>
        <translation>无故障</translation>
    </message>
    <message>
        <source>Misfire</source>
        <translation>失火</translation>
    </message>
    <message>
        <source>Fuel system</source>
        <translation>燃油系统</translation>
    </message>
    <message>
        <source>Sensors and wiring</source>
        <translation>传感器与线路</translation>
    </message>
    <message>
        <source>Catalytic converter</source>
        <translation>催化转化器</translation>
    </message>
    <message>
        <source>Heated catalytic converter</source>
        <translation>加热催化转化器</translation>
    </message>
    <message>
        <source>Fuel vapour</source>
        <translation>燃油蒸气</translation>
    </message>
    <message>
        <source>Secondary air</source>
        <translation>二次空气</translation>
    </message>
    <message>
        <source>Particulate filter</source>
        <translation>颗粒捕集器</translation>
    </message>
    <message>
        <source>Oxygen sensors</source>
        <translation>氧传感器</translation>
    </message>
    <message>
        <source>Oxygen sensor heaters</source>
        <translation>氧传感器加热器</translation>
    </message>
    <message>
        <source>Exhaust gas recirculation</source>
        <translation>废气再循环</translation>
    </message>
    <message>
        <source>Oxidation catalyst</source>
        <translation>氧化催化器</translation>
    </message>
    <message>
        <source>Nitrogen oxides</source>
        <translation>氮氧化物</translation>
    </message>
    <message>
        <source>Boost pressure</source>
        <translation>增压压力</translation>
    </message>
    <message>
        <source>Exhaust gas sensor</source>
        <translation>尾气传感器</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>未完成</translation>
    </message>
</context>
<context>
    <name>DiagnosticsAway</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Reading the car</source>
        <translation>正在读取车辆</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>尚无应答</translation>
    </message>
    <message>
        <source>No diagnostics</source>
        <translation>无诊断</translation>
    </message>
</context>
<context>
    <name>DiagnosticsCodes</name>
    <message>
        <source>More when the car stands still.</source>
        <translation>停车后显示更多。</translation>
    </message>
    <message>
        <source>Clear codes</source>
        <translation>清除代码</translation>
    </message>
</context>
<context>
    <name>DiagnosticsConfirm</name>
    <message>
        <source>Clear codes</source>
        <translation>清除代码</translation>
    </message>
    <message>
        <source>Clear all codes?</source>
        <translation>清除所有代码？</translation>
    </message>
    <message>
        <source>They come back if the fault is still there. A list of them is kept, and the car repeats its self-tests.</source>
        <translation>故障未排除时代码会再次出现。代码列表会被保留，车辆将重新自检。</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>DiagnosticsDetail</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>When it appeared</source>
        <translation>出现时</translation>
    </message>
    <message>
        <source>The car kept no values of that moment.</source>
        <translation>车辆未保存当时的数值。</translation>
    </message>
</context>
<context>
    <name>DiagnosticsHealth</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
</context>
<context>
    <name>DiagnosticsSection</name>
    <message>
        <source>Codes</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Self-tests</source>
        <translation>自检</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Details wait until the car stands still.</source>
        <translation>停车后显示详情。</translation>
    </message>
</context>
<context>
    <name>DiagnosticsValues</name>
    <message>
        <source>This car tells no live values.</source>
        <translation>此车不提供实时数值。</translation>
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
    <name>Divider</name>
    <message>
        <source>Sizes of the two</source>
        <translation>两者的大小</translation>
    </message>
</context>
<context>
    <name>DriveModes</name>
    <message>
        <source>Further on a charge</source>
        <translation>续航更远</translation>
    </message>
    <message>
        <source>For every day</source>
        <translation>日常驾驶</translation>
    </message>
    <message>
        <source>Quick and firm</source>
        <translation>敏捷扎实</translation>
    </message>
    <message>
        <source>Gentle on slippery roads</source>
        <translation>湿滑路面更平稳</translation>
    </message>
    <message>
        <source>As you set it</source>
        <translation>按您的设置</translation>
    </message>
    <message>
        <source>Eco</source>
        <translation>节能</translation>
    </message>
    <message>
        <source>Comfort</source>
        <translation>舒适</translation>
    </message>
    <message>
        <source>Sport</source>
        <translation>运动</translation>
    </message>
    <message>
        <source>Snow</source>
        <translation>雪地</translation>
    </message>
    <message>
        <source>Individual</source>
        <translation>个性化</translation>
    </message>
    <message>
        <source>Drive mode</source>
        <translation>驾驶模式</translation>
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
        <translation>温度低，升温前充电较慢。</translation>
    </message>
    <message>
        <source>At a good temperature.</source>
        <translation>温度适宜。</translation>
    </message>
    <message>
        <source>Hot. Full power may not be there until it has cooled.</source>
        <translation>温度高，冷却前动力可能受限。</translation>
    </message>
    <message>
        <source>Like new</source>
        <translation>如新</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>Aged</source>
        <translation>已老化</translation>
    </message>
    <message>
        <source>Worn. Ask for a check at the next service.</source>
        <translation>衰减明显，下次保养时请检查。</translation>
    </message>
    <message>
        <source>Driving</source>
        <translation>驾驶</translation>
    </message>
    <message>
        <source>Recovering energy</source>
        <translation>能量回收</translation>
    </message>
    <message>
        <source>Charging</source>
        <translation>充电中</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>静止</translation>
    </message>
    <message>
        <source>At rest</source>
        <translation>静置</translation>
    </message>
    <message>
        <source>Much too low. Stop and add oil.</source>
        <translation>过低，请停车加机油。</translation>
    </message>
    <message>
        <source>Low. Add oil soon.</source>
        <translation>偏低，请尽快加机油。</translation>
    </message>
    <message>
        <source>A little too high</source>
        <translation>略高</translation>
    </message>
    <message>
        <source>Much too high. Have oil drained.</source>
        <translation>过高，请放出部分机油。</translation>
    </message>
    <message>
        <source>Not plugged in</source>
        <translation>未插枪</translation>
    </message>
    <message>
        <source>Plugged in, not charging</source>
        <translation>已插枪，未充电</translation>
    </message>
    <message>
        <source>Plugged in, waiting for the time set</source>
        <translation>已插枪，等待定时</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>已充好</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%2 充至 %1</translation>
    </message>
</context>
<context>
    <name>EnergySection</name>
    <message>
        <source>Driving</source>
        <translation>驾驶</translation>
    </message>
    <message>
        <source>Charging</source>
        <translation>充电</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
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
    <name>FilePane</name>
    <message>
        <source>Look again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Download it once from the scrcpy project&apos;s releases and copy it to this place. It is checked before it is used.</source>
        <translation>从 scrcpy 项目的发布页下载一次，并复制到此位置。使用前会进行校验。</translation>
    </message>
    <message>
        <source>A small helper is missing</source>
        <translation>缺少一个辅助文件</translation>
    </message>
</context>
<context>
    <name>FindSheet</name>
    <message>
        <source>Find an app</source>
        <translation>查找应用</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Show the call</source>
        <translation>显示通话</translation>
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
    <name>Guidance</name>
    <message>
        <source>Looking for another way</source>
        <translation>正在重新规划</translation>
    </message>
    <message>
        <source>Set off</source>
        <translation>出发</translation>
    </message>
    <message>
        <source>Straight on</source>
        <translation>直行</translation>
    </message>
    <message>
        <source>Bear left</source>
        <translation>靠左</translation>
    </message>
    <message>
        <source>Bear right</source>
        <translation>靠右</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>左转</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>右转</translation>
    </message>
    <message>
        <source>Sharp left</source>
        <translation>向左急转</translation>
    </message>
    <message>
        <source>Sharp right</source>
        <translation>向右急转</translation>
    </message>
    <message>
        <source>Turn around</source>
        <translation>掉头</translation>
    </message>
    <message>
        <source>Take the ramp</source>
        <translation>驶入匝道</translation>
    </message>
    <message>
        <source>Take the ramp on the left</source>
        <translation>驶入左侧匝道</translation>
    </message>
    <message>
        <source>Take the ramp on the right</source>
        <translation>驶入右侧匝道</translation>
    </message>
    <message>
        <source>Take the exit</source>
        <translation>驶出</translation>
    </message>
    <message>
        <source>Take the exit on the left</source>
        <translation>从左侧出口驶出</translation>
    </message>
    <message>
        <source>Take the exit on the right</source>
        <translation>从右侧出口驶出</translation>
    </message>
    <message>
        <source>Keep left</source>
        <translation>保持左侧</translation>
    </message>
    <message>
        <source>Keep right</source>
        <translation>保持右侧</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>并道</translation>
    </message>
    <message>
        <source>Merge to the left</source>
        <translation>向左并道</translation>
    </message>
    <message>
        <source>Merge to the right</source>
        <translation>向右并道</translation>
    </message>
    <message>
        <source>Take the ferry</source>
        <translation>乘轮渡</translation>
    </message>
    <message>
        <source>Take the car train</source>
        <translation>乘汽车列车</translation>
    </message>
    <message>
        <source>You arrive</source>
        <translation>到达目的地</translation>
    </message>
    <message>
        <source>You arrive, on the left</source>
        <translation>目的地在左侧</translation>
    </message>
    <message>
        <source>You arrive, on the right</source>
        <translation>目的地在右侧</translation>
    </message>
    <message>
        <source>Roundabout, exit %1</source>
        <translation>环岛第 %1 出口</translation>
    </message>
    <message>
        <source>Through the roundabout</source>
        <translation>通过环岛</translation>
    </message>
</context>
<context>
    <name>HeadsUp</name>
    <message>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
</context>
<context>
    <name>KeepCard</name>
    <message>
        <source>Something odd?</source>
        <translation>有异常？</translation>
    </message>
    <message>
        <source>The last minute of the car&apos;s data is at hand. Keep it to have it looked at.</source>
        <translation>最近一分钟的车辆数据始终可用，保留后可供检查。</translation>
    </message>
    <message>
        <source>Blank the car&apos;s number</source>
        <translation>隐去车辆识别码</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
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
    <name>Keyboard</name>
    <message>
        <source>Capital letter</source>
        <translation>大写字母</translation>
    </message>
    <message>
        <source>Digits and signs</source>
        <translation>数字和符号</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>Put the keyboard away</source>
        <translation>收起键盘</translation>
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
        <source>Take a call</source>
        <translation>接听来电</translation>
    </message>
    <message>
        <source>End a call</source>
        <translation>结束通话</translation>
    </message>
    <message>
        <source>The phone&apos;s assistant</source>
        <translation>手机助手</translation>
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
    <message>
        <source>No app has this name.</source>
        <translation>没有这个名称的应用。</translation>
    </message>
</context>
<context>
    <name>LauncherHeader</name>
    <message>
        <source>Find an app</source>
        <translation>查找应用</translation>
    </message>
    <message>
        <source>Favourites are chosen</source>
        <translation>收藏已选好</translation>
    </message>
    <message>
        <source>Choose favourites</source>
        <translation>选择收藏</translation>
    </message>
    <message>
        <source>Set up a phone</source>
        <translation>设置手机</translation>
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
    <name>LidsGroup</name>
    <message>
        <source>Boot</source>
        <translation>后备箱</translation>
    </message>
    <message>
        <source>Front boot</source>
        <translation>前备箱</translation>
    </message>
    <message>
        <source>Charge port</source>
        <translation>充电口</translation>
    </message>
    <message>
        <source>Bonnet</source>
        <translation>前机盖</translation>
    </message>
    <message>
        <source>Shut</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>已打开</translation>
    </message>
</context>
<context>
    <name>LightsSection</name>
    <message>
        <source>Inside</source>
        <translation>车内</translation>
    </message>
    <message>
        <source>Whole cabin</source>
        <translation>整个车厢</translation>
    </message>
    <message>
        <source>Driver&apos;s reading light</source>
        <translation>驾驶员阅读灯</translation>
    </message>
    <message>
        <source>Passenger&apos;s reading light</source>
        <translation>副驾驶阅读灯</translation>
    </message>
</context>
<context>
    <name>Liquids</name>
    <message>
        <source>Oil</source>
        <translation>机油</translation>
    </message>
    <message>
        <source>Coolant</source>
        <translation>冷却液</translation>
    </message>
    <message>
        <source>AdBlue</source>
        <translation>车用尿素</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关好</translation>
    </message>
    <message>
        <source>Tank flap</source>
        <translation>油箱盖</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>已打开</translation>
    </message>
</context>
<context>
    <name>LocksGroup</name>
    <message>
        <source>Locks</source>
        <translation>车锁</translation>
    </message>
    <message>
        <source>All locked</source>
        <translation>已全部锁定</translation>
    </message>
    <message>
        <source>Lock all</source>
        <translation>全部锁定</translation>
    </message>
    <message>
        <source>Front right</source>
        <translation>右前</translation>
    </message>
    <message>
        <source>Front left</source>
        <translation>左前</translation>
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
        <source>Boot</source>
        <translation>后备箱</translation>
    </message>
    <message>
        <source>The switches of the rear windows do nothing.</source>
        <translation>后窗开关不起作用。</translation>
    </message>
    <message>
        <source>Lock the rear windows</source>
        <translation>锁定后窗</translation>
    </message>
    <message>
        <source>The rear doors do not open from inside.</source>
        <translation>后门无法从内部打开。</translation>
    </message>
    <message>
        <source>Child lock</source>
        <translation>儿童锁</translation>
    </message>
    <message>
        <source>The doors lock when the car drives off.</source>
        <translation>起步时车门自动上锁。</translation>
    </message>
    <message>
        <source>Lock by itself</source>
        <translation>自动上锁</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>未锁定</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
</context>
<context>
    <name>Maintenance</name>
    <message>
        <source>The service is due. Make an appointment.</source>
        <translation>已到保养时间，请预约。</translation>
    </message>
    <message>
        <source>The service is due soon. Make an appointment.</source>
        <translation>即将到保养时间，请预约。</translation>
    </message>
    <message>
        <source>Nothing to do yet.</source>
        <translation>暂无需处理。</translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation>%1 个月</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
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
    <name>MirrorsGroup</name>
    <message>
        <source>Mirrors</source>
        <translation>后视镜</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>Folded in</source>
        <translation>已折叠</translation>
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
        <source>In and out</source>
        <translation>左右</translation>
    </message>
    <message>
        <source>Up and down</source>
        <translation>上下</translation>
    </message>
    <message>
        <source>The mirrors fold in when the car is locked.</source>
        <translation>锁车时后视镜折叠。</translation>
    </message>
    <message>
        <source>Fold by themselves</source>
        <translation>自动折叠</translation>
    </message>
    <message>
        <source>In reverse the mirror shows the kerb.</source>
        <translation>倒车时后视镜显示路沿。</translation>
    </message>
    <message>
        <source>Tilt in reverse</source>
        <translation>倒车时下翻</translation>
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
    <name>OutsideLights</name>
    <message>
        <source>Outside</source>
        <translation>车外</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Side lights</source>
        <translation>示廓灯</translation>
    </message>
    <message>
        <source>Daytime</source>
        <translation>日间行车灯</translation>
    </message>
    <message>
        <source>Low beam</source>
        <translation>近光灯</translation>
    </message>
    <message>
        <source>High beam on dark roads, dipped for others.</source>
        <translation>暗路开远光，会车自动变近光。</translation>
    </message>
    <message>
        <source>Automatic high beam</source>
        <translation>自动远光灯</translation>
    </message>
    <message>
        <source>Light after locking</source>
        <translation>锁车后照明</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>High beam</source>
        <translation>远光灯</translation>
    </message>
    <message>
        <source>Front fog lights</source>
        <translation>前雾灯</translation>
    </message>
    <message>
        <source>Rear fog light</source>
        <translation>后雾灯</translation>
    </message>
    <message>
        <source>Hazard lights</source>
        <translation>危险警告灯</translation>
    </message>
</context>
<context>
    <name>OverviewSection</name>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
</context>
<context>
    <name>PairingPane</name>
    <message>
        <source>Scan</source>
        <translation>扫码</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Cable</source>
        <translation>数据线</translation>
    </message>
    <message>
        <source>Pairing is for when the car is parked.</source>
        <translation>停车后才能配对。</translation>
    </message>
    <message>
        <source>On the phone: Settings, About phone, tap the build number seven times. Then Developer options, USB debugging. Plug it in and unlock it.</source>
        <translation>在手机上：设置、关于手机，连续点版本号七次；然后在开发者选项中打开 USB 调试。连接数据线并解锁手机。</translation>
    </message>
    <message>
        <source>By cable</source>
        <translation>使用数据线</translation>
    </message>
</context>
<context>
    <name>ParkingPanel</name>
    <message>
        <source>Clear</source>
        <translation>畅通</translation>
    </message>
</context>
<context>
    <name>PhoneAdding</name>
    <message>
        <source>Add a phone</source>
        <translation>添加手机</translation>
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
    <name>PhoneDetails</name>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Trust it</source>
        <translation>信任</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>断开</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Comes first</source>
        <translation>优先</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘记</translation>
    </message>
</context>
<context>
    <name>PhoneHeading</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>PhoneList</name>
    <message>
        <source>No phone is known yet.</source>
        <translation>还没有已知的手机。</translation>
    </message>
    <message>
        <source>Connect phones by themselves</source>
        <translation>自动连接手机</translation>
    </message>
    <message>
        <source>Add a phone</source>
        <translation>添加手机</translation>
    </message>
</context>
<context>
    <name>Phones</name>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Allow this car on the phone&apos;s screen.</source>
        <translation>请在手机屏幕上允许此车。</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Phone lost. Looking for it.</source>
        <translation>手机已断开，正在寻找。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Pairing code</source>
        <translation>配对码</translation>
    </message>
    <message>
        <source>Wi-Fi band in GHz</source>
        <translation>Wi-Fi 频段（GHz）</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Driver&apos;s side</source>
        <translation>驾驶侧</translation>
    </message>
    <message>
        <source>Name phones see</source>
        <translation>手机看到的名称</translation>
    </message>
    <message>
        <source>Delay of music in ms</source>
        <translation>音乐延迟（毫秒）</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation>每秒画面数</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>车</translation>
    </message>
    <message>
        <source>Dongle</source>
        <translation>适配器</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右</translation>
    </message>
</context>
<context>
    <name>PlaceHeader</name>
    <message>
        <source>Back in %1</source>
        <translation>在%1中返回</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>关闭%1</translation>
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
        <source>Pair this phone with the car.</source>
        <translation>请将此手机与本车配对。</translation>
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
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Phone settings</source>
        <translation>手机设置</translation>
    </message>
    <message>
        <source>Set up a phone</source>
        <translation>设置手机</translation>
    </message>
    <message>
        <source>Phone apps are away</source>
        <translation>手机应用暂不可用</translation>
    </message>
</context>
<context>
    <name>QuickActions</name>
    <message>
        <source>Unlocked</source>
        <translation>未锁定</translation>
    </message>
    <message>
        <source>Doors</source>
        <translation>车门</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Boot</source>
        <translation>后备箱</translation>
    </message>
    <message>
        <source>Charge port</source>
        <translation>充电口</translation>
    </message>
    <message>
        <source>Front boot</source>
        <translation>前备箱</translation>
    </message>
    <message>
        <source>Shut</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>已打开</translation>
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
    <name>RangeCard</name>
    <message>
        <source>%1 range</source>
        <translation>%1 续航</translation>
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
    <name>RearButtons</name>
    <message>
        <source>Next camera</source>
        <translation>下一个摄像头</translation>
    </message>
    <message>
        <source>Tones off</source>
        <translation>提示音关</translation>
    </message>
    <message>
        <source>Tones quiet</source>
        <translation>提示音轻</translation>
    </message>
    <message>
        <source>Tones on</source>
        <translation>提示音开</translation>
    </message>
    <message>
        <source>Close the camera</source>
        <translation>关闭摄像头</translation>
    </message>
</context>
<context>
    <name>RearView</name>
    <message>
        <source>No camera. Look behind you.</source>
        <translation>没有摄像头。请回头查看。</translation>
    </message>
    <message>
        <source>Rear view</source>
        <translation>后视影像</translation>
    </message>
    <message>
        <source>ahead, left</source>
        <translation>左前方</translation>
    </message>
    <message>
        <source>ahead</source>
        <translation>前方</translation>
    </message>
    <message>
        <source>ahead, right</source>
        <translation>右前方</translation>
    </message>
    <message>
        <source>behind, left</source>
        <translation>左后方</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>后方</translation>
    </message>
    <message>
        <source>behind, right</source>
        <translation>右后方</translation>
    </message>
    <message>
        <source>Camera starting. Look behind you.</source>
        <translation>摄像头正在启动。请回头查看。</translation>
    </message>
    <message>
        <source>Nothing but black. Look behind you.</source>
        <translation>画面全黑。请回头查看。</translation>
    </message>
    <message>
        <source>Camera lost. Look ahead.</source>
        <translation>摄像头中断。请看前方。</translation>
    </message>
    <message>
        <source>Camera lost. Look behind you.</source>
        <translation>摄像头中断。请回头查看。</translation>
    </message>
    <message>
        <source>Rear</source>
        <translation>后方</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>前方</translation>
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
    <name>Recorder</name>
    <message>
        <source>The last minute is kept.</source>
        <translation>最近一分钟已保留。</translation>
    </message>
</context>
<context>
    <name>RecorderSection</name>
    <message>
        <source>What you keep is listed here, newest first.</source>
        <translation>保留的内容显示在这里，最新在前。</translation>
    </message>
    <message>
        <source>Nothing kept yet</source>
        <translation>暂无保留内容</translation>
    </message>
</context>
<context>
    <name>Regeneration</name>
    <message>
        <source>Recovery when coasting</source>
        <translation>动能回收</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Mid</source>
        <translation>中</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
</context>
<context>
    <name>ReplayPanel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Position in the recording</source>
        <translation>录制位置</translation>
    </message>
</context>
<context>
    <name>ReplaySpeeds</name>
    <message>
        <source>%1×</source>
        <translation>%1 倍</translation>
    </message>
    <message>
        <source>Fastest</source>
        <translation>最快</translation>
    </message>
</context>
<context>
    <name>ReplayTransport</name>
    <message>
        <source>Ten seconds back</source>
        <translation>后退十秒</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Ten seconds on</source>
        <translation>前进十秒</translation>
    </message>
    <message>
        <source>Again and again</source>
        <translation>循环播放</translation>
    </message>
    <message>
        <source>Mark this moment</source>
        <translation>标记此刻</translation>
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
    <name>RoofGroup</name>
    <message>
        <source>Roof</source>
        <translation>车顶</translation>
    </message>
    <message>
        <source>Sunroof</source>
        <translation>天窗</translation>
    </message>
    <message>
        <source>Tilted</source>
        <translation>已翘起</translation>
    </message>
    <message>
        <source>Shut</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Tilt</source>
        <translation>翘起</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>Shade</source>
        <translation>遮阳帘</translation>
    </message>
</context>
<context>
    <name>ScanPane</name>
    <message>
        <source>QR code for pairing</source>
        <translation>配对二维码</translation>
    </message>
    <message>
        <source>On the phone: Developer options, Wireless debugging, Pair device with QR code. Both use one Wi-Fi.</source>
        <translation>在手机上：开发者选项、无线调试、使用二维码配对设备。两者需在同一 Wi-Fi 中。</translation>
    </message>
    <message>
        <source>Hide the code</source>
        <translation>隐藏二维码</translation>
    </message>
    <message>
        <source>Show a code</source>
        <translation>显示二维码</translation>
    </message>
</context>
<context>
    <name>SeatAxes</name>
    <message>
        <source>Seat position</source>
        <translation>座椅位置</translation>
    </message>
    <message>
        <source>Forward and back</source>
        <translation>前后</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Backrest</source>
        <translation>靠背</translation>
    </message>
    <message>
        <source>Lumbar support</source>
        <translation>腰托</translation>
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
    <name>SeatMassage</name>
    <message>
        <source>Massage</source>
        <translation>按摩</translation>
    </message>
    <message>
        <source>Massage %1</source>
        <translation>按摩 %1</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>SeatMemory</name>
    <message>
        <source>Stored place %1</source>
        <translation>记忆位置 %1</translation>
    </message>
    <message>
        <source>Tap to go there. Hold to store.</source>
        <translation>轻触调用，长按保存。</translation>
    </message>
</context>
<context>
    <name>SeatsSection</name>
    <message>
        <source>Driver</source>
        <translation>驾驶员</translation>
    </message>
    <message>
        <source>Passenger</source>
        <translation>副驾驶</translation>
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
    <message>
        <source>Seats</source>
        <translation>座椅</translation>
    </message>
    <message>
        <source>Doors</source>
        <translation>车门</translation>
    </message>
    <message>
        <source>Lights</source>
        <translation>灯光</translation>
    </message>
    <message>
        <source>Driving</source>
        <translation>驾驶</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>能量</translation>
    </message>
    <message>
        <source>Tyres</source>
        <translation>轮胎</translation>
    </message>
    <message>
        <source>Trips</source>
        <translation>行程</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Recorder</source>
        <translation>记录仪</translation>
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
    <name>ServiceCard</name>
    <message>
        <source>Next service</source>
        <translation>下次保养</translation>
    </message>
    <message>
        <source>or %1</source>
        <translation>或 %1</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>This car does not tell when.</source>
        <translation>本车未提供保养时间。</translation>
    </message>
    <message>
        <source>Odometer</source>
        <translation>总里程</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message>
        <source>No sound device. Music plays silently.</source>
        <translation>没有音频设备，音乐将静音播放。</translation>
    </message>
    <message>
        <source>No sound device. Phones are not heard.</source>
        <translation>没有音频设备。听不到手机的声音。</translation>
    </message>
    <message>
        <source>Sound is back.</source>
        <translation>声音已恢复。</translation>
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
        <source>Part of the car&apos;s data is away. It is being looked for.</source>
        <translation>部分车辆数据不可用，正在重新获取。</translation>
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
    <message>
        <source>There is a fault in the brakes. Stop where it is safe and have the car towed.</source>
        <translation>制动系统故障，请在安全处停车并拖车。</translation>
    </message>
    <message>
        <source>The brake fluid is low. Stop where it is safe and call for help.</source>
        <translation>制动液不足，请在安全处停车并求助。</translation>
    </message>
    <message>
        <source>There is a fault in the steering. Stop where it is safe and have the car towed.</source>
        <translation>转向系统故障，请在安全处停车并拖车。</translation>
    </message>
    <message>
        <source>The oil pressure is too low. Stop where it is safe and switch the engine off.</source>
        <translation>机油压力过低，请在安全处停车并熄火。</translation>
    </message>
    <message>
        <source>The engine is too hot. Stop where it is safe and let it cool down.</source>
        <translation>发动机过热，请在安全处停车冷却。</translation>
    </message>
    <message>
        <source>There is a fault in the drive. Drive gently to a workshop.</source>
        <translation>驱动系统故障，请缓行至维修店。</translation>
    </message>
    <message>
        <source>The engine reports a fault. You can go on gently; have it looked at soon.</source>
        <translation>发动机报告故障，可缓行，请尽快检查。</translation>
    </message>
    <message>
        <source>There is a fault in the airbags. They may not open; have them looked at soon.</source>
        <translation>安全气囊故障，可能不会弹出，请尽快检查。</translation>
    </message>
    <message>
        <source>The 12 V battery is not charged. Stop where it is safe; it may not start again.</source>
        <translation>12 V 蓄电池未充电，请安全停车，可能无法再启动。</translation>
    </message>
    <message>
        <source>The car cannot go on. Stop where it is safe and call for help.</source>
        <translation>车辆无法继续行驶，请安全停车并求助。</translation>
    </message>
    <message>
        <source>The driver&apos;s door is open. Stop where it is safe and close it.</source>
        <translation>驾驶侧车门未关，请在安全处停车关好。</translation>
    </message>
    <message>
        <source>The driver&apos;s door is open.</source>
        <translation>驾驶侧车门未关。</translation>
    </message>
    <message>
        <source>The front passenger&apos;s door is open. Stop where it is safe and close it.</source>
        <translation>副驾驶侧车门未关，请在安全处停车关好。</translation>
    </message>
    <message>
        <source>The front passenger&apos;s door is open.</source>
        <translation>副驾驶侧车门未关。</translation>
    </message>
    <message>
        <source>The rear door on the driver&apos;s side is open. Stop safely and close it.</source>
        <translation>驾驶侧后门未关，请安全停车关好。</translation>
    </message>
    <message>
        <source>The rear door on the driver&apos;s side is open.</source>
        <translation>驾驶侧后门未关。</translation>
    </message>
    <message>
        <source>The rear door on the passenger&apos;s side is open. Stop safely and close it.</source>
        <translation>副驾驶侧后门未关，请安全停车关好。</translation>
    </message>
    <message>
        <source>The rear door on the passenger&apos;s side is open.</source>
        <translation>副驾驶侧后门未关。</translation>
    </message>
    <message>
        <source>The bonnet is open. Stop where it is safe and close it.</source>
        <translation>发动机舱盖未关，请在安全处停车关好。</translation>
    </message>
    <message>
        <source>The bonnet is open.</source>
        <translation>发动机舱盖未关。</translation>
    </message>
    <message>
        <source>The boot is open. Stop where it is safe and close it.</source>
        <translation>后备箱未关，请在安全处停车关好。</translation>
    </message>
    <message>
        <source>The boot is open.</source>
        <translation>后备箱未关。</translation>
    </message>
    <message>
        <source>The front boot is open. Stop where it is safe and close it.</source>
        <translation>前备箱未关，请在安全处停车关好。</translation>
    </message>
    <message>
        <source>The front boot is open.</source>
        <translation>前备箱未关。</translation>
    </message>
    <message>
        <source>Your seat belt is not fastened. Please fasten it.</source>
        <translation>您未系安全带，请系好。</translation>
    </message>
    <message>
        <source>The front passenger&apos;s seat belt is not fastened. Please fasten it.</source>
        <translation>副驾驶未系安全带，请系好。</translation>
    </message>
    <message>
        <source>The front left tyre is losing air fast. Slow down gently and stop safely.</source>
        <translation>左前轮胎快速漏气，请缓慢减速并安全停车。</translation>
    </message>
    <message>
        <source>The front right tyre is losing air fast. Slow down gently and stop safely.</source>
        <translation>右前轮胎快速漏气，请缓慢减速并安全停车。</translation>
    </message>
    <message>
        <source>The rear left tyre is losing air fast. Slow down gently and stop safely.</source>
        <translation>左后轮胎快速漏气，请缓慢减速并安全停车。</translation>
    </message>
    <message>
        <source>The rear right tyre is losing air fast. Slow down gently and stop safely.</source>
        <translation>右后轮胎快速漏气，请缓慢减速并安全停车。</translation>
    </message>
    <message>
        <source>The front left tyre is low on air. Fill it up at the next stop.</source>
        <translation>左前轮胎气压偏低，下次停车时请充气。</translation>
    </message>
    <message>
        <source>The front right tyre is low on air. Fill it up at the next stop.</source>
        <translation>右前轮胎气压偏低，下次停车时请充气。</translation>
    </message>
    <message>
        <source>The rear left tyre is low on air. Fill it up at the next stop.</source>
        <translation>左后轮胎气压偏低，下次停车时请充气。</translation>
    </message>
    <message>
        <source>The rear right tyre is low on air. Fill it up at the next stop.</source>
        <translation>右后轮胎气压偏低，下次停车时请充气。</translation>
    </message>
    <message>
        <source>The battery is nearly empty. Charge at once or stop where it is safe.</source>
        <translation>电量即将耗尽，请立即充电或安全停车。</translation>
    </message>
    <message>
        <source>The battery is low. Charge soon.</source>
        <translation>电量低，请尽快充电。</translation>
    </message>
    <message>
        <source>The battery is too hot. Stop where it is safe, get out and keep away.</source>
        <translation>电池过热，请安全停车，下车并远离。</translation>
    </message>
    <message>
        <source>The fuel is low. Fill up soon.</source>
        <translation>燃油不足，请尽快加油。</translation>
    </message>
    <message>
        <source>The car does not get much further. Charge or fill up soon.</source>
        <translation>续航不足，请尽快充电或加油。</translation>
    </message>
    <message>
        <source>The AdBlue is low. Fill it up soon, or the engine will not start again.</source>
        <translation>车用尿素不足，请尽快添加，否则无法再启动。</translation>
    </message>
    <message>
        <source>There is hardly any oil left. Stop where it is safe and fill up oil.</source>
        <translation>机油几乎耗尽，请安全停车并添加。</translation>
    </message>
    <message>
        <source>The oil is low. Fill up oil at the next stop.</source>
        <translation>机油偏低，下次停车时请添加。</translation>
    </message>
    <message>
        <source>The oil is very hot. Drive gently until it has cooled down.</source>
        <translation>机油温度很高，请缓行至冷却。</translation>
    </message>
    <message>
        <source>The 12 V battery is weak. Have it looked at soon; the car may not start again.</source>
        <translation>12 V 蓄电池电量弱，请尽快检查，可能无法启动。</translation>
    </message>
    <message>
        <source>The brake pads are worn. Have them replaced soon.</source>
        <translation>制动片已磨损，请尽快更换。</translation>
    </message>
    <message>
        <source>The parking brake is on. Stop where it is safe and release it.</source>
        <translation>驻车制动未释放，请安全停车并释放。</translation>
    </message>
    <message>
        <source>The washer fluid is low. Fill it up when you can.</source>
        <translation>玻璃水不足，请适时添加。</translation>
    </message>
    <message>
        <source>A service is due. Please make an appointment with a workshop.</source>
        <translation>已到保养时间，请预约维修店。</translation>
    </message>
    <message>
        <source>A service is due soon. Please make an appointment with a workshop.</source>
        <translation>即将到保养时间，请预约维修店。</translation>
    </message>
    <message>
        <source>It is cold outside. The road may be icy.</source>
        <translation>室外温度低，路面可能结冰。</translation>
    </message>
    <message>
        <source>You seem tired. Please take a break.</source>
        <translation>您似乎疲劳，请休息一下。</translation>
    </message>
    <message>
        <source>Danger ahead. Brake.</source>
        <translation>前方危险，请制动。</translation>
    </message>
    <message>
        <source>The stability control is switched off.</source>
        <translation>车身稳定系统已关闭。</translation>
    </message>
    <message>
        <source>Some of the car&apos;s data is away. Warnings may be missing until it is back.</source>
        <translation>部分车辆数据缺失，恢复前警告可能不全。</translation>
    </message>
    <message>
        <source>The codes have not been read yet.</source>
        <translation>尚未读取代码。</translation>
    </message>
    <message>
        <source>This was not asked for. Ask again.</source>
        <translation>未曾请求此操作。请重新操作。</translation>
    </message>
    <message>
        <source>It took too long to confirm. Ask again.</source>
        <translation>确认超时。请重新操作。</translation>
    </message>
    <message>
        <source>Codes are being cleared. Wait a moment.</source>
        <translation>正在清除代码，请稍候。</translation>
    </message>
    <message>
        <source>The codes are being read. Wait a moment.</source>
        <translation>正在读取代码，请稍候。</translation>
    </message>
    <message>
        <source>The car&apos;s control units do not answer.</source>
        <translation>车辆控制单元无应答。</translation>
    </message>
    <message>
        <source>Whether the car is parked is not known. Nothing was cleared.</source>
        <translation>无法确认车辆是否停好。未清除任何代码。</translation>
    </message>
    <message>
        <source>Codes are cleared only while the car is parked.</source>
        <translation>仅在停车时清除代码。</translation>
    </message>
    <message>
        <source>The car did not clear its codes. Switch the ignition on, engine off, and try again.</source>
        <translation>车辆未清除代码。请打开点火开关、关闭发动机后重试。</translation>
    </message>
    <message>
        <source>What is known about the codes could not be kept. Nothing was cleared.</source>
        <translation>无法保存代码记录。未清除任何代码。</translation>
    </message>
    <message>
        <source>Another program is using the dongle.</source>
        <translation>另一个程序正在使用互联盒子。</translation>
    </message>
    <message>
        <source>The dongle closed the connection.</source>
        <translation>互联盒子断开了连接。</translation>
    </message>
    <message>
        <source>The dongle is connecting to your phone.</source>
        <translation>互联盒子正在连接您的手机。</translation>
    </message>
    <message>
        <source>Connect your phone to the dongle: by cable, or in the phone&apos;s Bluetooth settings.</source>
        <translation>请将手机连接到互联盒子：使用数据线，或在手机的蓝牙设置中连接。</translation>
    </message>
    <message>
        <source>This dongle encrypts what it sends. Only dongles that do not are supported.</source>
        <translation>此互联盒子会加密数据，仅支持不加密的盒子。</translation>
    </message>
    <message>
        <source>This unit may not use the dongle. Install 60-pillion-carlinkit.rules, and plug the dongle in again.</source>
        <translation>本机没有使用互联盒子的权限。请安装 60-pillion-carlinkit.rules，然后重新插入盒子。</translation>
    </message>
    <message>
        <source>The dongle was unplugged.</source>
        <translation>互联盒子已被拔出。</translation>
    </message>
    <message>
        <source>The dongle sent something that no dongle sends. It is connected again.</source>
        <translation>互联盒子发送了无效数据，正在重新连接。</translation>
    </message>
    <message>
        <source>Write the address of the dongle as usb, usb:BUS-PORT or tcp://host:port.</source>
        <translation>请将互联盒子的地址写为 usb、usb:BUS-PORT 或 tcp://host:port。</translation>
    </message>
    <message>
        <source>The dongle does not answer. Unplug it and plug it in again.</source>
        <translation>互联盒子没有响应，请拔出后重新插入。</translation>
    </message>
    <message>
        <source>This USB device is no dongle that Pillion knows.</source>
        <translation>此 USB 设备不是 Pillion 支持的互联盒子。</translation>
    </message>
    <message>
        <source>USB is not available on this computer: libusb 1.0 is missing.</source>
        <translation>此计算机无法使用 USB：缺少 libusb 1.0。</translation>
    </message>
    <message>
        <source>The phone and the dongle did not agree. Disconnect the phone, and connect it again.</source>
        <translation>手机与互联盒子协商失败，请断开手机后重新连接。</translation>
    </message>
    <message>
        <source>The phone was disconnected from the dongle.</source>
        <translation>手机已与互联盒子断开。</translation>
    </message>
    <message>
        <source>The dongle is looking for your phone.</source>
        <translation>互联盒子正在查找您的手机。</translation>
    </message>
    <message>
        <source>The dongle stopped answering. Unplug it and plug it in again if it does not come back.</source>
        <translation>互联盒子停止响应。如果没有恢复，请拔出后重新插入。</translation>
    </message>
    <message>
        <source>The dongle takes no more data. Unplug it and plug it in again.</source>
        <translation>互联盒子不再接收数据，请拔出后重新插入。</translation>
    </message>
    <message>
        <source>The phone is starting its picture.</source>
        <translation>手机正在启动画面。</translation>
    </message>
    <message>
        <source>The phone is connected, but sends no picture. Look whether it is unlocked.</source>
        <translation>手机已连接，但没有发送画面。请检查手机是否已解锁。</translation>
    </message>
    <message>
        <source>Write the phone&apos;s address as 192.168.1.20, usb:BUS-PORT or bt:00:11:22:33:44:55.</source>
        <translation>请将手机地址写成 192.168.1.20、usb:BUS-PORT 或 bt:00:11:22:33:44:55。</translation>
    </message>
    <message>
        <source>The phone does not answer. Look whether it is in the same Wi-Fi.</source>
        <translation>手机没有应答。请确认它在同一个 Wi-Fi 中。</translation>
    </message>
    <message>
        <source>The phone does not take the connection. Start its head unit server in the developer settings of Android Auto.</source>
        <translation>手机不接受连接。请在 Android Auto 的开发者设置中启动车机服务器。</translation>
    </message>
    <message>
        <source>The phone cannot be reached.</source>
        <translation>无法连接到手机。</translation>
    </message>
    <message>
        <source>The connection to the phone broke off.</source>
        <translation>与手机的连接已中断。</translation>
    </message>
    <message>
        <source>The phone sent something that Android Auto does not send.</source>
        <translation>手机发送了 Android Auto 不会发送的内容。</translation>
    </message>
    <message>
        <source>The phone did not understand what the car said.</source>
        <translation>手机没有理解汽车发送的内容。</translation>
    </message>
    <message>
        <source>The phone did not answer. Look whether Android Auto is allowed on it, and whether it is unlocked.</source>
        <translation>手机没有应答。请确认手机已解锁，并允许使用 Android Auto。</translation>
    </message>
    <message>
        <source>The phone speaks another version of Android Auto. Set android_auto_version to the one that it speaks.</source>
        <translation>手机使用的 Android Auto 版本不同。请将 android_auto_version 设为手机的版本。</translation>
    </message>
    <message>
        <source>The phone ended the connection before it said a word.</source>
        <translation>手机未作任何应答就结束了连接。</translation>
    </message>
    <message>
        <source>The phone did not finish setting up encryption.</source>
        <translation>手机没有完成加密设置。</translation>
    </message>
    <message>
        <source>Encryption with the phone failed.</source>
        <translation>与手机的加密失败。</translation>
    </message>
    <message>
        <source>The phone does not accept this car&apos;s certificate. It may only take cars that are certified.</source>
        <translation>手机不接受本车的证书。它可能只接受经过认证的汽车。</translation>
    </message>
    <message>
        <source>By the phone&apos;s clock, this car&apos;s certificate is not valid yet.</source>
        <translation>按手机的时间，本车的证书尚未生效。</translation>
    </message>
    <message>
        <source>By the phone&apos;s clock, this car&apos;s certificate has expired.</source>
        <translation>按手机的时间，本车的证书已过期。</translation>
    </message>
    <message>
        <source>The phone ended the connection when it had seen this car&apos;s certificate.</source>
        <translation>手机在看到本车的证书后结束了连接。</translation>
    </message>
    <message>
        <source>The file with this car&apos;s certificate cannot be used.</source>
        <translation>本车的证书文件无法使用。</translation>
    </message>
    <message>
        <source>That is no certificate with its key: both are needed, in PEM, without a password.</source>
        <translation>这不是带密钥的证书：两者都需要，PEM 格式，且没有密码。</translation>
    </message>
    <message>
        <source>Look at the phone: it asks whether this car may be used, or wants to be unlocked.</source>
        <translation>请查看手机：它在询问是否允许使用本车，或需要解锁。</translation>
    </message>
    <message>
        <source>The phone did not go on. Look at it: it may ask for something.</source>
        <translation>手机没有继续。请查看手机，它可能在等待您的操作。</translation>
    </message>
    <message>
        <source>The screen has another shape now.</source>
        <translation>屏幕的形状已改变。</translation>
    </message>
    <message>
        <source>The phone ended the connection.</source>
        <translation>手机结束了连接。</translation>
    </message>
    <message>
        <source>The phone went to another car or another connection.</source>
        <translation>手机已切换到另一辆车或另一个连接。</translation>
    </message>
    <message>
        <source>The phone does not support this car.</source>
        <translation>手机不支持本车。</translation>
    </message>
    <message>
        <source>The phone cannot be shown now.</source>
        <translation>现在无法显示手机。</translation>
    </message>
    <message>
        <source>The phone only looked whether the car is there.</source>
        <translation>手机只是检查了汽车是否存在。</translation>
    </message>
    <message>
        <source>Wireless Android Auto is not switched on in this car.</source>
        <translation>本车未开启无线 Android Auto。</translation>
    </message>
    <message>
        <source>The car&apos;s Bluetooth is not there.</source>
        <translation>汽车的蓝牙不可用。</translation>
    </message>
    <message>
        <source>Bluetooth to the phone broke off.</source>
        <translation>与手机的蓝牙连接已中断。</translation>
    </message>
    <message>
        <source>The phone did not come. Connect it by Bluetooth, and allow wireless Android Auto on it.</source>
        <translation>手机没有连接。请用蓝牙连接手机，并在手机上允许无线 Android Auto。</translation>
    </message>
    <message>
        <source>The phone could not join the car&apos;s Wi-Fi: the password did not fit.</source>
        <translation>手机无法加入汽车的 Wi-Fi：密码不正确。</translation>
    </message>
    <message>
        <source>The phone&apos;s Wi-Fi is off. Switch it on.</source>
        <translation>手机的 Wi-Fi 已关闭。请打开。</translation>
    </message>
    <message>
        <source>The phone did not join the car&apos;s Wi-Fi.</source>
        <translation>手机没有加入汽车的 Wi-Fi。</translation>
    </message>
    <message>
        <source>The phone joined the car&apos;s Wi-Fi, but did not connect.</source>
        <translation>手机已加入汽车的 Wi-Fi，但没有连接。</translation>
    </message>
    <message>
        <source>The car&apos;s Wi-Fi could not be made.</source>
        <translation>无法建立汽车的 Wi-Fi。</translation>
    </message>
    <message>
        <source>The car&apos;s Wi-Fi did not come up. Its adapter may not be able to be an access point.</source>
        <translation>汽车的 Wi-Fi 没有启动。其网卡可能不支持热点模式。</translation>
    </message>
    <message>
        <source>The car has no Wi-Fi adapter that NetworkManager may use.</source>
        <translation>汽车没有可供 NetworkManager 使用的 Wi-Fi 网卡。</translation>
    </message>
    <message>
        <source>USB cannot be used on this computer: libusb 1.0 is missing.</source>
        <translation>此计算机无法使用 USB：缺少 libusb 1.0。</translation>
    </message>
    <message>
        <source>The phone does not answer on USB.</source>
        <translation>手机在 USB 上没有应答。</translation>
    </message>
    <message>
        <source>The phone is no longer plugged in.</source>
        <translation>手机已不再连接。</translation>
    </message>
    <message>
        <source>What is plugged in is no phone that takes accessories.</source>
        <translation>所连接的设备不是支持配件模式的手机。</translation>
    </message>
    <message>
        <source>The phone did not come back as an accessory. Unplug it, and plug it in again.</source>
        <translation>手机没有切换到配件模式。请拔出后重新连接。</translation>
    </message>
    <message>
        <source>The phone&apos;s accessory cannot be opened.</source>
        <translation>无法打开手机的配件接口。</translation>
    </message>
    <message>
        <source>This unit may not use phones on USB: the udev rule for them is missing.</source>
        <translation>本机无权使用 USB 上的手机：缺少相应的 udev 规则。</translation>
    </message>
    <message>
        <source>The connection broke off.</source>
        <translation>连接中断。</translation>
    </message>
    <message>
        <source>The phone says too much at once.</source>
        <translation>手机一次发送的信息过多。</translation>
    </message>
    <message>
        <source>The phone did not finish connecting in time.</source>
        <translation>手机未能及时完成连接。</translation>
    </message>
    <message>
        <source>The phone is away. It returns by itself.</source>
        <translation>手机已断开，稍后会自动恢复。</translation>
    </message>
    <message>
        <source>The phone is not there yet.</source>
        <translation>手机尚未就绪。</translation>
    </message>
    <message>
        <source>The connection to the phone was lost. It comes back by itself.</source>
        <translation>与手机的连接已丢失，稍后会自动恢复。</translation>
    </message>
    <message>
        <source>The phone service was stopped.</source>
        <translation>手机服务已停止。</translation>
    </message>
    <message>
        <source>This cannot be done with this kind of phone.</source>
        <translation>此类手机不支持该操作。</translation>
    </message>
    <message>
        <source>This way to the phone is starting. Try again.</source>
        <translation>该连接方式正在启动，请重试。</translation>
    </message>
    <message>
        <source>This unit was made without it.</source>
        <translation>本机未包含此功能。</translation>
    </message>
    <message>
        <source>Phones are silent: the sound service does not run.</source>
        <translation>手机无声音：音频服务未运行。</translation>
    </message>
    <message>
        <source>The phone decides that by itself.</source>
        <translation>由手机自行决定。</translation>
    </message>
    <message>
        <source>Apps of an Android phone</source>
        <translation>安卓手机应用</translation>
    </message>
    <message>
        <source>Android Auto</source>
        <translation>Android Auto</translation>
    </message>
    <message>
        <source>CarLife</source>
        <translation>CarLife</translation>
    </message>
    <message>
        <source>CarPlay by a dongle</source>
        <translation>通过适配器使用 CarPlay</translation>
    </message>
    <message>
        <source>Remote screen (VNC)</source>
        <translation>远程屏幕 (VNC)</translation>
    </message>
    <message>
        <source>AirPlay</source>
        <translation>AirPlay</translation>
    </message>
    <message>
        <source>The phone&apos;s address, such as 192.168.1.20:5555</source>
        <translation>手机地址，例如 192.168.1.20:5555</translation>
    </message>
    <message>
        <source>The phone&apos;s address; its head-unit server has to be started in the developer settings of Android Auto</source>
        <translation>手机地址；需先在 Android Auto 开发者设置中启动车机服务器</translation>
    </message>
    <message>
        <source>The phone&apos;s address in the same Wi-Fi</source>
        <translation>同一 Wi-Fi 中的手机地址</translation>
    </message>
    <message>
        <source>The address of the phone or computer, such as 192.168.1.20:5900</source>
        <translation>手机或电脑的地址，例如 192.168.1.20:5900</translation>
    </message>
    <message>
        <source>Write the phone&apos;s address as 192.168.1.20, adb:SERIAL or usb:BUS-PORT.</source>
        <translation>请将手机地址写成 192.168.1.20、adb:SERIAL 或 usb:BUS-PORT。</translation>
    </message>
    <message>
        <source>CarLife is in the background on the phone. Open CarLife there to see it here.</source>
        <translation>CarLife 在手机后台运行。请在手机上打开 CarLife 以在此显示。</translation>
    </message>
    <message>
        <source>The phone sent a key that the car cannot read.</source>
        <translation>手机发送的密钥车机无法读取。</translation>
    </message>
    <message>
        <source>The phone does not let CarLife show its screen. Allow screen recording for CarLife on the phone.</source>
        <translation>手机不允许 CarLife 显示其屏幕。请在手机上允许 CarLife 录制屏幕。</translation>
    </message>
    <message>
        <source>CarLife on this phone cannot send a picture: its video encoder failed.</source>
        <translation>此手机上的 CarLife 无法传送画面：视频编码器出错。</translation>
    </message>
    <message>
        <source>CarLife was closed on the phone.</source>
        <translation>手机上的 CarLife 已关闭。</translation>
    </message>
    <message>
        <source>The phone floods the car with messages.</source>
        <translation>手机向车机发送了过多消息。</translation>
    </message>
    <message>
        <source>The phone stopped taking what the car sends.</source>
        <translation>手机不再接收车机发送的数据。</translation>
    </message>
    <message>
        <source>The phone wanted to encrypt, and did not send its key in time.</source>
        <translation>手机请求加密，但未及时发送密钥。</translation>
    </message>
    <message>
        <source>The phone&apos;s screen is off. Unlock the phone to see CarLife here.</source>
        <translation>手机屏幕已关闭。请解锁手机以在此显示 CarLife。</translation>
    </message>
    <message>
        <source>No CarLife answers there. Open CarLife on the phone; both have to be in the same network.</source>
        <translation>该地址没有 CarLife 应答。请在手机上打开 CarLife，并确保双方在同一网络中。</translation>
    </message>
    <message>
        <source>The phone sent something that CarLife does not send.</source>
        <translation>手机发送了 CarLife 不会发送的内容。</translation>
    </message>
    <message>
        <source>CarLife does not answer. Open CarLife on the phone, and allow the connection there.</source>
        <translation>CarLife 没有应答。请在手机上打开 CarLife 并允许连接。</translation>
    </message>
    <message>
        <source>CarLife does not run on the phone. Open it there.</source>
        <translation>手机上没有运行 CarLife。请在手机上打开它。</translation>
    </message>
    <message>
        <source>CarLife on the phone does not encrypt, and this car is set to require it.</source>
        <translation>手机上的 CarLife 未加密，而本车设置为必须加密。</translation>
    </message>
    <message>
        <source>CarLife did not start its picture. Close CarLife on the phone, and open it again.</source>
        <translation>CarLife 没有开始传送画面。请在手机上关闭 CarLife 后重新打开。</translation>
    </message>
    <message>
        <source>CarLife on the phone does not speak this car&apos;s version. Update CarLife on the phone.</source>
        <translation>手机上的 CarLife 与本车版本不兼容。请更新手机上的 CarLife。</translation>
    </message>
    <message>
        <source>CarLife may not show the phone&apos;s screen yet. Allow it on the phone.</source>
        <translation>CarLife 尚未获准显示手机屏幕。请在手机上允许。</translation>
    </message>
    <message>
        <source>CarLife reports a problem on the phone.</source>
        <translation>CarLife 报告手机出现问题。</translation>
    </message>
    <message>
        <source>CarLife on the phone does not accept this car: it does not know the car&apos;s channel id.</source>
        <translation>手机上的 CarLife 不接受本车：无法识别车机渠道号。</translation>
    </message>
    <message>
        <source>The phone has said nothing for some seconds.</source>
        <translation>手机已有几秒钟没有任何消息。</translation>
    </message>
    <message>
        <source>The phone did not answer over adb in time.</source>
        <translation>手机未能及时通过 adb 应答。</translation>
    </message>
    <message>
        <source>What the phone sent encrypted could not be read.</source>
        <translation>无法读取手机发送的加密数据。</translation>
    </message>
    <message>
        <source>AirPlay needs the service avahi-daemon on this unit.</source>
        <translation>AirPlay 需要此设备上的 avahi-daemon 服务。</translation>
    </message>
    <message>
        <source>No VNC server answers at this address.</source>
        <translation>此地址没有 VNC 服务器响应。</translation>
    </message>
    <message>
        <source>On the iPhone, open Control Centre, then Screen Mirroring, and choose this car.</source>
        <translation>在 iPhone 上打开控制中心，点按“屏幕镜像”，然后选择这辆车。</translation>
    </message>
    <message>
        <source>The encrypted connection could not be made.</source>
        <translation>无法建立加密连接。</translation>
    </message>
    <message>
        <source>The password is not the phone&apos;s.</source>
        <translation>密码不正确。</translation>
    </message>
    <message>
        <source>The phone asks for a password.</source>
        <translation>手机要求输入密码。</translation>
    </message>
    <message>
        <source>The phone does not answer.</source>
        <translation>手机没有响应。</translation>
    </message>
    <message>
        <source>The phone had a certificate before and has none now. Somebody may be in between.</source>
        <translation>手机以前有证书，现在没有。可能有人在中间窃听。</translation>
    </message>
    <message>
        <source>The phone has stopped answering.</source>
        <translation>手机已停止响应。</translation>
    </message>
    <message>
        <source>The phone only knows ways to log in that are not known here.</source>
        <translation>手机只支持此处未知的登录方式。</translation>
    </message>
    <message>
        <source>The phone refused the connection.</source>
        <translation>手机拒绝了连接。</translation>
    </message>
    <message>
        <source>The phone sent something that no VNC server sends.</source>
        <translation>手机发送了 VNC 服务器不会发送的内容。</translation>
    </message>
    <message>
        <source>The phone shows another certificate than before. Somebody may be in between.</source>
        <translation>手机出示的证书与以前不同。可能有人在中间窃听。</translation>
    </message>
    <message>
        <source>The phone stopped in the middle of its answer.</source>
        <translation>手机在应答中途停止了。</translation>
    </message>
    <message>
        <source>The phone&apos;s VNC server is too old.</source>
        <translation>手机的 VNC 服务器版本过旧。</translation>
    </message>
    <message>
        <source>The phone&apos;s picture cannot be decoded.</source>
        <translation>无法解码手机的画面。</translation>
    </message>
    <message>
        <source>UxPlay could not be started.</source>
        <translation>无法启动 UxPlay。</translation>
    </message>
    <message>
        <source>UxPlay did not start in time.</source>
        <translation>UxPlay 未能及时启动。</translation>
    </message>
    <message>
        <source>UxPlay ended by itself. It is started again.</source>
        <translation>UxPlay 已自行退出，正在重新启动。</translation>
    </message>
    <message>
        <source>UxPlay is not installed on this unit.</source>
        <translation>此设备未安装 UxPlay。</translation>
    </message>
    <message>
        <source>UxPlay lacks a part of GStreamer: install gstreamer1.0-plugins-bad and gstreamer1.0-libav.</source>
        <translation>UxPlay 缺少 GStreamer 组件：请安装 gstreamer1.0-plugins-bad 和 gstreamer1.0-libav。</translation>
    </message>
    <message>
        <source>UxPlay&apos;s picture is not in the form that was asked for.</source>
        <translation>UxPlay 的画面不是所请求的格式。</translation>
    </message>
    <message>
        <source>What answers at this address is no VNC server.</source>
        <translation>此地址响应的不是 VNC 服务器。</translation>
    </message>
    <message>
        <source>The code was not the one on the phone. Let the phone show a new one and try again.</source>
        <translation>配对码与手机上的不一致。请让手机显示新的配对码后重试。</translation>
    </message>
    <message>
        <source>No phone shows a pairing code in this network. Open &apos;Pair device with pairing code&apos; on the phone.</source>
        <translation>此网络中没有手机在显示配对码。请在手机上打开“使用配对码配对设备”。</translation>
    </message>
    <message>
        <source>The phone ended the pairing. Its page with the code has to stay open.</source>
        <translation>手机结束了配对。显示配对码的页面必须保持打开。</translation>
    </message>
    <message>
        <source>The phone stopped answering in the middle of the pairing.</source>
        <translation>配对过程中手机停止了响应。</translation>
    </message>
    <message>
        <source>The phone does not know this car yet. Pair it: by its code or by the QR code.</source>
        <translation>手机还不认识本车。请用配对码或二维码配对。</translation>
    </message>
    <message>
        <source>The QR code has expired. Show a new one.</source>
        <translation>二维码已过期。请显示新的二维码。</translation>
    </message>
    <message>
        <source>A pairing code has six digits.</source>
        <translation>配对码为六位数字。</translation>
    </message>
    <message>
        <source>Something answers there, but no phone that is waiting to be paired.</source>
        <translation>对方有响应，但不是等待配对的手机。</translation>
    </message>
    <message>
        <source>The phone answered the pairing with nonsense.</source>
        <translation>手机对配对的响应无法识别。</translation>
    </message>
    <message>
        <source>The phone is paired, but does not say how it can be found. Add it by the address on its page.</source>
        <translation>手机已配对，但未告知如何找到它。请用其页面上的地址添加。</translation>
    </message>
    <message>
        <source>Copying texts is for when the car is parked.</source>
        <translation>停车后才能复制文本。</translation>
    </message>
    <message>
        <source>Making room on the phone.</source>
        <translation>正在手机上腾出空间。</translation>
    </message>
    <message>
        <source>The Python package %1 is not installed on this unit.</source>
        <translation>此设备未安装 Python 软件包 %1。</translation>
    </message>
    <message>
        <source>%1 is not installed on this unit.</source>
        <translation>此设备未安装 %1。</translation>
    </message>
    <message>
        <source>%1 is for when the car is parked.</source>
        <translation>停车后才能使用 %1。</translation>
    </message>
    <message>
        <source>Pair your phone by Bluetooth. The code is %1.</source>
        <translation>请通过蓝牙配对手机。配对码为 %1。</translation>
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
    <name>Setup</name>
    <message>
        <source>Waiting for the phone to scan the code…</source>
        <translation>正在等待手机扫描二维码…</translation>
    </message>
    <message>
        <source>Pairing…</source>
        <translation>正在配对…</translation>
    </message>
    <message>
        <source>Paired. The phone comes by itself from now on.</source>
        <translation>已配对。以后手机会自动连接。</translation>
    </message>
    <message>
        <source>The phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Phone found</source>
        <translation>已找到手机</translation>
    </message>
    <message>
        <source>Find the phone</source>
        <translation>查找手机</translation>
    </message>
    <message>
        <source>{0} is here.</source>
        <translation>{0}已连接。</translation>
    </message>
    <message>
        <source>Switch on USB debugging and plug it in, or pair it with wireless debugging.</source>
        <translation>打开 USB 调试并连接数据线，或通过无线调试配对。</translation>
    </message>
    <message>
        <source>Car allowed</source>
        <translation>已允许本车</translation>
    </message>
    <message>
        <source>Allow the car</source>
        <translation>允许本车</translation>
    </message>
    <message>
        <source>The phone knows this car.</source>
        <translation>手机已认识本车。</translation>
    </message>
    <message>
        <source>The phone asks once whether this car may show its apps.</source>
        <translation>手机会询问一次是否允许本车显示其应用。</translation>
    </message>
    <message>
        <source>Helper in place</source>
        <translation>辅助文件就位</translation>
    </message>
    <message>
        <source>Put the helper in place</source>
        <translation>放置辅助文件</translation>
    </message>
    <message>
        <source>Apps open here</source>
        <translation>应用可在此打开</translation>
    </message>
    <message>
        <source>Open an app</source>
        <translation>打开一个应用</translation>
    </message>
    <message>
        <source>Apps of the phone open here.</source>
        <translation>手机应用可在此打开。</translation>
    </message>
    <message>
        <source>Choose an app from the list.</source>
        <translation>从列表中选择一个应用。</translation>
    </message>
    <message>
        <source>The phone has it already.</source>
        <translation>手机上已有。</translation>
    </message>
    <message>
        <source>Version {0}, checked.</source>
        <translation>版本 {0}，已校验。</translation>
    </message>
    <message>
        <source>Version {0}, not a file that was checked for this car.</source>
        <translation>版本 {0}，不是为本车校验过的文件。</translation>
    </message>
    <message>
        <source>The file {0} of the scrcpy project is needed once.</source>
        <translation>需要一次 scrcpy 项目的文件 {0}。</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>Unlock the phone. It asks whether this car may use USB debugging: tick &quot;Always allow&quot; and tap Allow.</source>
        <translation>解锁手机。手机会询问是否允许本车使用 USB 调试：勾选“一律允许”，然后点“允许”。</translation>
    </message>
    <message>
        <source>Look at the phone</source>
        <translation>请看手机</translation>
    </message>
    <message>
        <source>Show the apps</source>
        <translation>显示应用</translation>
    </message>
    <message>
        <source>Choose an app: it opens on a screen of its own here, while the phone stays free.</source>
        <translation>选择一个应用：它会在这里的独立屏幕上打开，手机仍可正常使用。</translation>
    </message>
    <message>
        <source>The phone is ready</source>
        <translation>手机已就绪</translation>
    </message>
</context>
<context>
    <name>SetupSteps</name>
    <message>
        <source>Set up a phone</source>
        <translation>设置手机</translation>
    </message>
    <message>
        <source>Leave the set-up</source>
        <translation>退出设置</translation>
    </message>
</context>
<context>
    <name>SoundSettings</name>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Beside music and radio</source>
        <translation>与音乐和收音机同时</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>导航语音</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>通话</translation>
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
    <name>StageStrip</name>
    <message>
        <source>All apps</source>
        <translation>所有应用</translation>
    </message>
    <message>
        <source>One app alone</source>
        <translation>只显示一个应用</translation>
    </message>
    <message>
        <source>Something beside it</source>
        <translation>并排显示</translation>
    </message>
    <message>
        <source>Change places</source>
        <translation>交换位置</translation>
    </message>
    <message>
        <source>Back in the app</source>
        <translation>在应用中返回</translation>
    </message>
    <message>
        <source>Type into the app</source>
        <translation>在应用中输入</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>关闭%1</translation>
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
    <name>Store</name>
    <message>
        <source>%1, low</source>
        <translation>%1，偏低</translation>
    </message>
</context>
<context>
    <name>SubjectList</name>
    <message>
        <source>Display</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
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
    <name>TripCard</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Average speed</source>
        <translation>平均车速</translation>
    </message>
    <message>
        <source>Average consumption</source>
        <translation>平均能耗</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Forget these figures and count from zero?</source>
        <translation>清除这些数据并从零开始？</translation>
    </message>
    <message>
        <source>From zero</source>
        <translation>从零开始</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>Trips</name>
    <message>
        <source>Since start</source>
        <translation>本次启动</translation>
    </message>
    <message>
        <source>Trip A</source>
        <translation>行程 A</translation>
    </message>
    <message>
        <source>Trip B</source>
        <translation>行程 B</translation>
    </message>
</context>
<context>
    <name>TripsSection</name>
    <message>
        <source>This car does not count its trips</source>
        <translation>本车不统计行程</translation>
    </message>
</context>
<context>
    <name>TurnCard</name>
    <message>
        <source>Arrival %1</source>
        <translation>到达 %1</translation>
    </message>
</context>
<context>
    <name>TypingSheet</name>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
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
        <source>Good</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>A little low</source>
        <translation>略低</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>偏低</translation>
    </message>
    <message>
        <source>Very low</source>
        <translation>过低</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Hot</source>
        <translation>过热</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Stop where it is safe and look at the marked tyre.</source>
        <translation>请在安全处停车，查看标出的轮胎。</translation>
    </message>
    <message>
        <source>Fill the marked tyre to %1 when it is cold.</source>
        <translation>请在冷胎时将标出的轮胎充至 %1。</translation>
    </message>
    <message>
        <source>Check and fill the marked tyres soon.</source>
        <translation>请尽快检查标出的轮胎并充气。</translation>
    </message>
    <message>
        <source>Drive slower until the marked tyre has cooled.</source>
        <translation>请减速，待标出的轮胎冷却。</translation>
    </message>
    <message>
        <source>Let some air out of the marked tyre when it is cold.</source>
        <translation>请在冷胎时给标出的轮胎放气。</translation>
    </message>
    <message>
        <source>Fill up a little air at the next stop.</source>
        <translation>下次停车时请补一点气。</translation>
    </message>
    <message>
        <source>The pressures come after a few minutes of driving.</source>
        <translation>行驶几分钟后显示胎压。</translation>
    </message>
    <message>
        <source>All is well. Check again in a month.</source>
        <translation>一切正常，一个月后再检查。</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>标准 %1</translation>
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
    <name>VolumeBanner</name>
    <message>
        <source>Volume %1 %</source>
        <translation>音量 %1%</translation>
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
    <name>WarningSheet</name>
    <message>
        <source>%1, and %2 more</source>
        <translation>%1，还有 %2 条</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>好</translation>
    </message>
</context>
<context>
    <name>Warnings</name>
    <message>
        <source>Danger</source>
        <translation>危险</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
</context>
<context>
    <name>WarningsSection</name>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>以前</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>No warnings known</source>
        <translation>暂无已知警告</translation>
    </message>
    <message>
        <source>Nothing so far</source>
        <translation>暂无</translation>
    </message>
</context>
<context>
    <name>WindowControl</name>
    <message>
        <source>Shut</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Close: %1</source>
        <translation>关闭：%1</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>打开：%1</translation>
    </message>
</context>
<context>
    <name>WindowsGroup</name>
    <message>
        <source>Windows</source>
        <translation>车窗</translation>
    </message>
    <message>
        <source>Close all</source>
        <translation>全部关闭</translation>
    </message>
    <message>
        <source>Open all</source>
        <translation>全部打开</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>前</translation>
    </message>
    <message>
        <source>Rear</source>
        <translation>后</translation>
    </message>
</context>
</TS>
