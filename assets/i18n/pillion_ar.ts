<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>ActuatorRow</name>
    <message>
        <source>On</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>إيقاف</translation>
    </message>
</context>
<context>
    <name>ActuatorStepper</name>
    <message>
        <source>%1 less</source>
        <translation>%1 أقل</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 أكثر</translation>
    </message>
</context>
<context>
    <name>ActuatorTile</name>
    <message>
        <source>Off</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>On</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Hold to open</source>
        <translation>اضغط مطولًا للفتح</translation>
    </message>
</context>
<context>
    <name>AirChoice</name>
    <message>
        <source>to the face</source>
        <translation>إلى الوجه</translation>
    </message>
    <message>
        <source>to face and feet</source>
        <translation>إلى الوجه والقدمين</translation>
    </message>
    <message>
        <source>to the feet</source>
        <translation>إلى القدمين</translation>
    </message>
    <message>
        <source>to windscreen and feet</source>
        <translation>إلى الزجاج الأمامي والقدمين</translation>
    </message>
    <message>
        <source>to the windscreen</source>
        <translation>إلى الزجاج الأمامي</translation>
    </message>
</context>
<context>
    <name>AmbientGroup</name>
    <message>
        <source>Ambient light</source>
        <translation>الإضاءة المحيطة</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>كلاهما</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>السائق</translation>
    </message>
    <message>
        <source>Passenger</source>
        <translation>الراكب</translation>
    </message>
    <message>
        <source>Brightness of the ambient light</source>
        <translation>سطوع الإضاءة المحيطة</translation>
    </message>
</context>
<context>
    <name>AppPlace</name>
    <message>
        <source>Try again</source>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>AppTile</name>
    <message>
        <source>Running</source>
        <translation>قيد التشغيل</translation>
    </message>
</context>
<context>
    <name>Assistance</name>
    <message>
        <source>Assistance</source>
        <translation>المساعدة</translation>
    </message>
    <message>
        <source>Warns before a crash ahead.</source>
        <translation>يحذر قبل تصادم أمامي.</translation>
    </message>
    <message>
        <source>Collision warning</source>
        <translation>تحذير التصادم</translation>
    </message>
    <message>
        <source>Brakes by itself when a crash is near.</source>
        <translation>يكبح تلقائيًا عند اقتراب تصادم.</translation>
    </message>
    <message>
        <source>Emergency braking</source>
        <translation>كبح الطوارئ</translation>
    </message>
    <message>
        <source>Warns when the car leaves its lane.</source>
        <translation>يحذر عند مغادرة المسار.</translation>
    </message>
    <message>
        <source>Lane warning</source>
        <translation>تحذير المسار</translation>
    </message>
    <message>
        <source>Warns of cars beside you in the mirror&apos;s dead angle.</source>
        <translation>يحذر من السيارات في النقطة العمياء.</translation>
    </message>
    <message>
        <source>Blind spot warning</source>
        <translation>تحذير النقطة العمياء</translation>
    </message>
    <message>
        <source>Warns of cars from the side when backing out.</source>
        <translation>يحذر من السيارات الجانبية عند الرجوع.</translation>
    </message>
    <message>
        <source>Cross traffic warning</source>
        <translation>تحذير المرور العرضي</translation>
    </message>
    <message>
        <source>Suggests a break when you seem tired.</source>
        <translation>يقترح استراحة عندما تبدو متعبًا.</translation>
    </message>
    <message>
        <source>Attention warning</source>
        <translation>تحذير الانتباه</translation>
    </message>
    <message>
        <source>A tone when you drive faster than the sign says.</source>
        <translation>نغمة عند تجاوز السرعة المسموحة.</translation>
    </message>
    <message>
        <source>Speed limit warning</source>
        <translation>تحذير حد السرعة</translation>
    </message>
    <message>
        <source>Tones tell how close things are when parking.</source>
        <translation>نغمات توضح القرب عند الركن.</translation>
    </message>
    <message>
        <source>Parking tones</source>
        <translation>نغمات الركن</translation>
    </message>
    <message>
        <source>Keeps the car on its line on slippery roads.</source>
        <translation>يحافظ على مسار السيارة في الطرق الزلقة.</translation>
    </message>
    <message>
        <source>Stability control</source>
        <translation>التحكم بالثبات</translation>
    </message>
</context>
<context>
    <name>BatteryHealth</name>
    <message>
        <source>Battery</source>
        <translation>البطارية</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>الحالة</translation>
    </message>
</context>
<context>
    <name>BesideChooser</name>
    <message>
        <source>Beside it</source>
        <translation>بجانبه</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>المركبة</translation>
    </message>
    <message>
        <source>Now playing</source>
        <translation>قيد التشغيل</translation>
    </message>
</context>
<context>
    <name>CallBanner</name>
    <message>
        <source>Out of the way</source>
        <translation>إخفاء</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>ردّ</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>إنهاء المكالمة</translation>
    </message>
</context>
<context>
    <name>Calls</name>
    <message>
        <source>Unknown caller</source>
        <translation>متصل مجهول</translation>
    </message>
    <message>
        <source>Incoming call</source>
        <translation>مكالمة واردة</translation>
    </message>
    <message>
        <source>Calling…</source>
        <translation>جارٍ الاتصال…</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>On the phone</source>
        <translation>مكالمة جارية</translation>
    </message>
</context>
<context>
    <name>CameraPicture</name>
    <message>
        <source>Check your surroundings</source>
        <translation>انتبه لما حولك</translation>
    </message>
</context>
<context>
    <name>CarStage</name>
    <message>
        <source>Lamps</source>
        <translation>المصابيح</translation>
    </message>
    <message>
        <source>Bonnet</source>
        <translation>غطاء المحرك</translation>
    </message>
    <message>
        <source>Front left door</source>
        <translation>الباب الأمامي الأيسر</translation>
    </message>
    <message>
        <source>Front right door</source>
        <translation>الباب الأمامي الأيمن</translation>
    </message>
    <message>
        <source>Rear left door</source>
        <translation>الباب الخلفي الأيسر</translation>
    </message>
    <message>
        <source>Rear right door</source>
        <translation>الباب الخلفي الأيمن</translation>
    </message>
    <message>
        <source>Doors and boot</source>
        <translation>الأبواب والصندوق</translation>
    </message>
    <message>
        <source>Boot</source>
        <translation>صندوق الأمتعة</translation>
    </message>
    <message>
        <source>Charge port</source>
        <translation>منفذ الشحن</translation>
    </message>
</context>
<context>
    <name>CarTyre</name>
    <message>
        <source>Low</source>
        <translation>منخفض</translation>
    </message>
    <message>
        <source>Tyre, %1</source>
        <translation>إطار، %1</translation>
    </message>
</context>
<context>
    <name>CarWithTyres</name>
    <message>
        <source>Low</source>
        <translation>منخفض</translation>
    </message>
</context>
<context>
    <name>ChargingPanel</name>
    <message>
        <source>%1 so far</source>
        <translation>%1 حتى الآن</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>في الساعة</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>بدء</translation>
    </message>
    <message>
        <source>Plugged in</source>
        <translation>موصولة</translation>
    </message>
    <message>
        <source>The graph fills as the car charges.</source>
        <translation>يمتلئ الرسم أثناء الشحن.</translation>
    </message>
    <message>
        <source>Plug in to see the charge come in.</source>
        <translation>صِل الشاحن لترى الشحن.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>Unplugged</source>
        <translation>مفصولة</translation>
    </message>
    <message>
        <source>Charge limit</source>
        <translation>حد الشحن</translation>
    </message>
</context>
<context>
    <name>ChargingSettings</name>
    <message>
        <source>At once, from a time on, or ready by a time</source>
        <translation>فورًا، أو من وقت محدد، أو جاهزة بحلول وقت محدد</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>المؤقت</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>فورًا</translation>
    </message>
    <message>
        <source>Start at</source>
        <translation>يبدأ في</translation>
    </message>
    <message>
        <source>Ready by</source>
        <translation>جاهزة بحلول</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Highest current</source>
        <translation>أعلى تيار</translation>
    </message>
    <message>
        <source>Warms or cools the battery, and uses some charge</source>
        <translation>يدفئ البطارية أو يبردها ويستهلك بعض الشحنة</translation>
    </message>
    <message>
        <source>Make the battery ready</source>
        <translation>تجهيز البطارية</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>To charge fast</source>
        <translation>للشحن السريع</translation>
    </message>
    <message>
        <source>To drive</source>
        <translation>للقيادة</translation>
    </message>
</context>
<context>
    <name>ClimateBar</name>
    <message>
        <source>Driver</source>
        <translation>السائق</translation>
    </message>
    <message>
        <source>Driver&apos;s seat</source>
        <translation>مقعد السائق</translation>
    </message>
    <message>
        <source>Passenger&apos;s seat</source>
        <translation>مقعد الراكب</translation>
    </message>
    <message>
        <source>Passenger</source>
        <translation>الراكب</translation>
    </message>
</context>
<context>
    <name>ClimateButtons</name>
    <message>
        <source>Climate</source>
        <translation>المكيف</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>تلقائي</translation>
    </message>
    <message>
        <source>A/C</source>
        <translation>تبريد</translation>
    </message>
    <message>
        <source>Front defrost</source>
        <translation>إزالة ضباب الزجاج الأمامي</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>أمامي</translation>
    </message>
    <message>
        <source>Rear defrost</source>
        <translation>إزالة ضباب الزجاج الخلفي</translation>
    </message>
    <message>
        <source>Rear</source>
        <translation>خلفي</translation>
    </message>
    <message>
        <source>Recirculation</source>
        <translation>تدوير الهواء</translation>
    </message>
</context>
<context>
    <name>ClimateFront</name>
    <message>
        <source>Driver</source>
        <translation>السائق</translation>
    </message>
    <message>
        <source>Passenger</source>
        <translation>الراكب</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>تلقائي</translation>
    </message>
    <message>
        <source>Climate on</source>
        <translation>المناخ يعمل</translation>
    </message>
    <message>
        <source>Air for the driver</source>
        <translation>الهواء للسائق</translation>
    </message>
    <message>
        <source>Air</source>
        <translation>الهواء</translation>
    </message>
    <message>
        <source>Air for the passenger</source>
        <translation>الهواء للراكب</translation>
    </message>
</context>
<context>
    <name>ClimateRear</name>
    <message>
        <source>Rear seats</source>
        <translation>المقاعد الخلفية</translation>
    </message>
    <message>
        <source>Climate in the rear</source>
        <translation>المناخ في الخلف</translation>
    </message>
    <message>
        <source>Rear right</source>
        <translation>خلفي أيمن</translation>
    </message>
    <message>
        <source>Rear left</source>
        <translation>خلفي أيسر</translation>
    </message>
</context>
<context>
    <name>ClimateSchedule</name>
    <message>
        <source>Before you leave</source>
        <translation>قبل الانطلاق</translation>
    </message>
    <message>
        <source>The cabin is at its temperature when you get in.</source>
        <translation>تكون المقصورة بدرجتها عند دخولك.</translation>
    </message>
    <message>
        <source>Ready at a time</source>
        <translation>جاهز في وقت محدد</translation>
    </message>
    <message>
        <source>Departure</source>
        <translation>موعد الانطلاق</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>كل يوم</translation>
    </message>
    <message>
        <source>Weekdays</source>
        <translation>أيام العمل</translation>
    </message>
    <message>
        <source>Weekend</source>
        <translation>نهاية الأسبوع</translation>
    </message>
</context>
<context>
    <name>ClimateSheet</name>
    <message>
        <source>Climate</source>
        <translation>المكيف</translation>
    </message>
    <message>
        <source>The car does not answer</source>
        <translation>السيارة لا تستجيب</translation>
    </message>
    <message>
        <source>On</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Everything about the climate</source>
        <translation>كل ما يخص المناخ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Air</source>
        <translation>الهواء</translation>
    </message>
    <message>
        <source>Rear window</source>
        <translation>الزجاج الخلفي</translation>
    </message>
    <message>
        <source>Windscreen</source>
        <translation>الزجاج الأمامي</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>تلقائي</translation>
    </message>
    <message>
        <source>A/C</source>
        <translation>تبريد</translation>
    </message>
    <message>
        <source>Recirculation</source>
        <translation>تدوير الهواء</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>مزامنة</translation>
    </message>
</context>
<context>
    <name>ClimateSwitches</name>
    <message>
        <source>A/C</source>
        <translation>تبريد</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>مزامنة</translation>
    </message>
    <message>
        <source>Recirculation</source>
        <translation>تدوير الهواء</translation>
    </message>
    <message>
        <source>Auto recirculation</source>
        <translation>تدوير تلقائي</translation>
    </message>
    <message>
        <source>Max defrost</source>
        <translation>إزالة صقيع قصوى</translation>
    </message>
    <message>
        <source>Windscreen</source>
        <translation>الزجاج الأمامي</translation>
    </message>
    <message>
        <source>Rear window</source>
        <translation>الزجاج الخلفي</translation>
    </message>
    <message>
        <source>Heated windscreen</source>
        <translation>تدفئة الزجاج الأمامي</translation>
    </message>
</context>
<context>
    <name>ClusterCentre</name>
    <message>
        <source>Left indicator</source>
        <translation>إشارة اليسار</translation>
    </message>
    <message>
        <source>Right indicator</source>
        <translation>إشارة اليمين</translation>
    </message>
</context>
<context>
    <name>ClusterWindow</name>
    <message>
        <source>Speed</source>
        <translation>السرعة</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>القدرة</translation>
    </message>
</context>
<context>
    <name>CodePane</name>
    <message>
        <source>On the phone: Developer options, Wireless debugging, Pair device with pairing code. Leave that page open.</source>
        <translation>على الهاتف: خيارات المطور، تصحيح الأخطاء اللاسلكي، إقران الجهاز برمز الإقران. اترك الصفحة مفتوحة.</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>إقران</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
</context>
<context>
    <name>Codes</name>
    <message>
        <source>cylinder %1</source>
        <translation>الأسطوانة %1</translation>
    </message>
    <message>
        <source>bank %1</source>
        <translation>الصف %1</translation>
    </message>
    <message>
        <source>sensor %1</source>
        <translation>الحساس %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a part of the car, and where it is</comment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a part of the car, and what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Accelerator pedal sensor</source>
        <translation>حساس دواسة الوقود</translation>
    </message>
    <message>
        <source>Accelerator pedal sensors</source>
        <translation>حساسات دواسة الوقود</translation>
    </message>
    <message>
        <source>AdBlue injector</source>
        <translation>حاقن AdBlue</translation>
    </message>
    <message>
        <source>AdBlue level</source>
        <translation>مستوى AdBlue</translation>
    </message>
    <message>
        <source>Air conditioning pressure sensor</source>
        <translation>حساس ضغط المكيف</translation>
    </message>
    <message>
        <source>Air conditioning relay</source>
        <translation>مرحل المكيف</translation>
    </message>
    <message>
        <source>Air flow sensor</source>
        <translation>حساس تدفق الهواء</translation>
    </message>
    <message>
        <source>Airbag control unit</source>
        <translation>وحدة تحكم الوسائد الهوائية</translation>
    </message>
    <message>
        <source>Alternator control</source>
        <translation>تحكم المولد</translation>
    </message>
    <message>
        <source>Alternator field</source>
        <translation>مجال المولد</translation>
    </message>
    <message>
        <source>Alternator lamp</source>
        <translation>مصباح المولد</translation>
    </message>
    <message>
        <source>Anti-lock brake control unit</source>
        <translation>وحدة تحكم مانع انغلاق المكابح</translation>
    </message>
    <message>
        <source>Battery control unit</source>
        <translation>وحدة تحكم البطارية</translation>
    </message>
    <message>
        <source>Board voltage</source>
        <translation>جهد السيارة</translation>
    </message>
    <message>
        <source>Board voltage from the converter</source>
        <translation>جهد السيارة من المحول</translation>
    </message>
    <message>
        <source>Body control unit</source>
        <translation>وحدة تحكم الهيكل</translation>
    </message>
    <message>
        <source>Boost pressure sensor</source>
        <translation>حساس ضغط الشحن</translation>
    </message>
    <message>
        <source>Brake booster</source>
        <translation>معزز المكابح</translation>
    </message>
    <message>
        <source>Brake control unit</source>
        <translation>وحدة تحكم المكابح</translation>
    </message>
    <message>
        <source>Brake fluid</source>
        <translation>سائل المكابح</translation>
    </message>
    <message>
        <source>Brake light switch</source>
        <translation>مفتاح ضوء المكابح</translation>
    </message>
    <message>
        <source>Brake light switches</source>
        <translation>مفاتيح ضوء المكابح</translation>
    </message>
    <message>
        <source>Brake pressure sensor</source>
        <translation>حساس ضغط المكابح</translation>
    </message>
    <message>
        <source>Brake pump</source>
        <translation>مضخة المكابح</translation>
    </message>
    <message>
        <source>Brake signal for the transmission</source>
        <translation>إشارة المكابح لناقل الحركة</translation>
    </message>
    <message>
        <source>Camshaft sensor</source>
        <translation>حساس عمود الكامات</translation>
    </message>
    <message>
        <source>Catalytic converter</source>
        <translation>المحول الحفاز</translation>
    </message>
    <message>
        <source>Catalytic converter while warming up</source>
        <translation>المحول الحفاز أثناء الإحماء</translation>
    </message>
    <message>
        <source>Climate control unit</source>
        <translation>وحدة تحكم المناخ</translation>
    </message>
    <message>
        <source>Clutch switch</source>
        <translation>مفتاح القابض</translation>
    </message>
    <message>
        <source>Control units</source>
        <translation>وحدات التحكم</translation>
    </message>
    <message>
        <source>Coolant temperature</source>
        <translation>حرارة سائل التبريد</translation>
    </message>
    <message>
        <source>Coolant temperature sensor</source>
        <translation>حساس حرارة سائل التبريد</translation>
    </message>
    <message>
        <source>Coolant thermostat</source>
        <translation>منظم حرارة التبريد</translation>
    </message>
    <message>
        <source>Cooling fan</source>
        <translation>مروحة التبريد</translation>
    </message>
    <message>
        <source>Crankshaft and camshaft</source>
        <translation>العمود المرفقي وعمود الكامات</translation>
    </message>
    <message>
        <source>Crankshaft and exhaust camshaft</source>
        <translation>العمود المرفقي وعمود كامات العادم</translation>
    </message>
    <message>
        <source>Crankshaft position</source>
        <translation>موضع العمود المرفقي</translation>
    </message>
    <message>
        <source>Crankshaft sensor</source>
        <translation>حساس العمود المرفقي</translation>
    </message>
    <message>
        <source>Cruise control module</source>
        <translation>وحدة مثبت السرعة</translation>
    </message>
    <message>
        <source>Cruise control switches</source>
        <translation>مفاتيح مثبت السرعة</translation>
    </message>
    <message>
        <source>Cylinder</source>
        <translation>الأسطوانة</translation>
    </message>
    <message>
        <source>Distance radar</source>
        <translation>رادار المسافة</translation>
    </message>
    <message>
        <source>Drive motor</source>
        <translation>محرك الدفع</translation>
    </message>
    <message>
        <source>Drive motor control unit</source>
        <translation>وحدة تحكم محرك الدفع</translation>
    </message>
    <message>
        <source>Drive motor coolant pump</source>
        <translation>مضخة تبريد محرك الدفع</translation>
    </message>
    <message>
        <source>Drive motor inverter</source>
        <translation>عاكس محرك الدفع</translation>
    </message>
    <message>
        <source>Drive motor position sensor</source>
        <translation>حساس موضع محرك الدفع</translation>
    </message>
    <message>
        <source>Driver&apos;s belt buckle switch</source>
        <translation>مفتاح إبزيم حزام السائق</translation>
    </message>
    <message>
        <source>Driver&apos;s belt tensioner</source>
        <translation>شداد حزام السائق</translation>
    </message>
    <message>
        <source>Driver&apos;s door module</source>
        <translation>وحدة باب السائق</translation>
    </message>
    <message>
        <source>Driver&apos;s front airbag</source>
        <translation>وسادة السائق الأمامية</translation>
    </message>
    <message>
        <source>Driver&apos;s front airbag, stage</source>
        <translation>وسادة السائق الأمامية، المرحلة</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>المحرك</translation>
    </message>
    <message>
        <source>Engine control unit</source>
        <translation>وحدة تحكم المحرك</translation>
    </message>
    <message>
        <source>Engine main relay</source>
        <translation>المرحل الرئيسي للمحرك</translation>
    </message>
    <message>
        <source>Engine speed for the transmission</source>
        <translation>سرعة المحرك لناقل الحركة</translation>
    </message>
    <message>
        <source>Engine speed sensor</source>
        <translation>حساس سرعة المحرك</translation>
    </message>
    <message>
        <source>Engine-off timer</source>
        <translation>مؤقت إيقاف المحرك</translation>
    </message>
    <message>
        <source>Exhaust camshaft adjuster</source>
        <translation>ضابط عمود كامات العادم</translation>
    </message>
    <message>
        <source>Exhaust cleaning with AdBlue</source>
        <translation>تنقية العادم بـ AdBlue</translation>
    </message>
    <message>
        <source>Exhaust gas recirculation</source>
        <translation>إعادة تدوير غاز العادم</translation>
    </message>
    <message>
        <source>Exhaust pressure sensor</source>
        <translation>حساس ضغط العادم</translation>
    </message>
    <message>
        <source>Exhaust temperature sensor</source>
        <translation>حساس حرارة العادم</translation>
    </message>
    <message>
        <source>Four-wheel drive control unit</source>
        <translation>وحدة تحكم الدفع الرباعي</translation>
    </message>
    <message>
        <source>Front crash sensor</source>
        <translation>حساس الصدم الأمامي</translation>
    </message>
    <message>
        <source>Front crash sensor, left</source>
        <translation>حساس الصدم الأمامي الأيسر</translation>
    </message>
    <message>
        <source>Front crash sensor, right</source>
        <translation>حساس الصدم الأمامي الأيمن</translation>
    </message>
    <message>
        <source>Fuel level sensor</source>
        <translation>حساس مستوى الوقود</translation>
    </message>
    <message>
        <source>Fuel mixture</source>
        <translation>خليط الوقود</translation>
    </message>
    <message>
        <source>Fuel mixture at idle</source>
        <translation>خليط الوقود عند التباطؤ</translation>
    </message>
    <message>
        <source>Fuel mixture at speed</source>
        <translation>خليط الوقود أثناء السير</translation>
    </message>
    <message>
        <source>Fuel pressure regulator</source>
        <translation>منظم ضغط الوقود</translation>
    </message>
    <message>
        <source>Fuel pump</source>
        <translation>مضخة الوقود</translation>
    </message>
    <message>
        <source>Fuel pump control</source>
        <translation>تحكم مضخة الوقود</translation>
    </message>
    <message>
        <source>Fuel pump control unit</source>
        <translation>وحدة تحكم مضخة الوقود</translation>
    </message>
    <message>
        <source>Fuel rail pressure</source>
        <translation>ضغط مجرى الوقود</translation>
    </message>
    <message>
        <source>Fuel rail pressure sensor</source>
        <translation>حساس ضغط مجرى الوقود</translation>
    </message>
    <message>
        <source>Fuel system</source>
        <translation>نظام الوقود</translation>
    </message>
    <message>
        <source>Fuel temperature sensor</source>
        <translation>حساس حرارة الوقود</translation>
    </message>
    <message>
        <source>Fuel vapour pressure sensor</source>
        <translation>حساس ضغط بخار الوقود</translation>
    </message>
    <message>
        <source>Fuel vapour purge valve</source>
        <translation>صمام تصريف بخار الوقود</translation>
    </message>
    <message>
        <source>Fuel vapour system</source>
        <translation>نظام بخار الوقود</translation>
    </message>
    <message>
        <source>Fuel vapour vent</source>
        <translation>تهوية بخار الوقود</translation>
    </message>
    <message>
        <source>Fuel vapour vent valve</source>
        <translation>صمام تهوية بخار الوقود</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>البوابة</translation>
    </message>
    <message>
        <source>Gear</source>
        <translation>الترس</translation>
    </message>
    <message>
        <source>Gear selector module</source>
        <translation>وحدة محدد السرعات</translation>
    </message>
    <message>
        <source>Gear selector sensor</source>
        <translation>حساس محدد السرعات</translation>
    </message>
    <message>
        <source>Generator control unit</source>
        <translation>وحدة تحكم المولد</translation>
    </message>
    <message>
        <source>Generator inverter</source>
        <translation>عاكس المولد</translation>
    </message>
    <message>
        <source>Glow plug</source>
        <translation>شمعة التوهج</translation>
    </message>
    <message>
        <source>Glow plug control unit</source>
        <translation>وحدة تحكم شمعات التوهج</translation>
    </message>
    <message>
        <source>Glow plugs</source>
        <translation>شمعات التوهج</translation>
    </message>
    <message>
        <source>High-voltage contactor, negative</source>
        <translation>مفتاح تلامس الجهد العالي، السالب</translation>
    </message>
    <message>
        <source>High-voltage contactor, positive</source>
        <translation>مفتاح تلامس الجهد العالي، الموجب</translation>
    </message>
    <message>
        <source>High-voltage fuse</source>
        <translation>مصهر الجهد العالي</translation>
    </message>
    <message>
        <source>High-voltage insulation</source>
        <translation>عزل الجهد العالي</translation>
    </message>
    <message>
        <source>High-voltage interlock</source>
        <translation>قفل الجهد العالي</translation>
    </message>
    <message>
        <source>Hybrid control unit</source>
        <translation>وحدة تحكم الهجين</translation>
    </message>
    <message>
        <source>Idle control</source>
        <translation>تحكم التباطؤ</translation>
    </message>
    <message>
        <source>Idle speed</source>
        <translation>سرعة التباطؤ</translation>
    </message>
    <message>
        <source>Ignition coil</source>
        <translation>ملف الإشعال</translation>
    </message>
    <message>
        <source>Ignition coils</source>
        <translation>ملفات الإشعال</translation>
    </message>
    <message>
        <source>Immobiliser</source>
        <translation>مانع التشغيل</translation>
    </message>
    <message>
        <source>Immobiliser key</source>
        <translation>مفتاح مانع التشغيل</translation>
    </message>
    <message>
        <source>Injector</source>
        <translation>الحاقن</translation>
    </message>
    <message>
        <source>Injector control unit</source>
        <translation>وحدة تحكم الحاقنات</translation>
    </message>
    <message>
        <source>Injectors</source>
        <translation>الحاقنات</translation>
    </message>
    <message>
        <source>Instrument cluster</source>
        <translation>لوحة العدادات</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>مجرى السحب</translation>
    </message>
    <message>
        <source>Intake air temperature sensor</source>
        <translation>حساس حرارة هواء السحب</translation>
    </message>
    <message>
        <source>Intake camshaft adjuster</source>
        <translation>ضابط عمود كامات السحب</translation>
    </message>
    <message>
        <source>Intake flap</source>
        <translation>قلاب السحب</translation>
    </message>
    <message>
        <source>Intake flap position sensor</source>
        <translation>حساس موضع قلاب السحب</translation>
    </message>
    <message>
        <source>Intake pressure and outside pressure</source>
        <translation>ضغط السحب والضغط الخارجي</translation>
    </message>
    <message>
        <source>Intake pressure sensor</source>
        <translation>حساس ضغط السحب</translation>
    </message>
    <message>
        <source>Knock sensor</source>
        <translation>حساس الطرق</translation>
    </message>
    <message>
        <source>Lateral acceleration sensor</source>
        <translation>حساس التسارع الجانبي</translation>
    </message>
    <message>
        <source>Longitudinal acceleration sensor</source>
        <translation>حساس التسارع الطولي</translation>
    </message>
    <message>
        <source>Mixture behind the catalytic converter</source>
        <translation>الخليط خلف المحول الحفاز</translation>
    </message>
    <message>
        <source>NOx sensor</source>
        <translation>حساس أكاسيد النيتروجين</translation>
    </message>
    <message>
        <source>Oil pressure</source>
        <translation>ضغط الزيت</translation>
    </message>
    <message>
        <source>Oil pressure sensor</source>
        <translation>حساس ضغط الزيت</translation>
    </message>
    <message>
        <source>Oil temperature sensor</source>
        <translation>حساس حرارة الزيت</translation>
    </message>
    <message>
        <source>Outside temperature sensor</source>
        <translation>حساس الحرارة الخارجية</translation>
    </message>
    <message>
        <source>Oxygen sensor</source>
        <translation>حساس الأكسجين</translation>
    </message>
    <message>
        <source>Oxygen sensor heater</source>
        <translation>سخان حساس الأكسجين</translation>
    </message>
    <message>
        <source>Park and neutral switch</source>
        <translation>مفتاح الوقوف والحياد</translation>
    </message>
    <message>
        <source>Parking aid</source>
        <translation>مساعد الركن</translation>
    </message>
    <message>
        <source>Parking brake control unit</source>
        <translation>وحدة تحكم مكابح الوقوف</translation>
    </message>
    <message>
        <source>Particulate filter</source>
        <translation>مرشح الجسيمات</translation>
    </message>
    <message>
        <source>Particulate filter cleaning</source>
        <translation>تنظيف مرشح الجسيمات</translation>
    </message>
    <message>
        <source>Particulate filter pressure sensor</source>
        <translation>حساس ضغط مرشح الجسيمات</translation>
    </message>
    <message>
        <source>Passenger seat sensor</source>
        <translation>حساس مقعد الراكب</translation>
    </message>
    <message>
        <source>Passenger&apos;s door module</source>
        <translation>وحدة باب الراكب</translation>
    </message>
    <message>
        <source>Passenger&apos;s front airbag</source>
        <translation>وسادة الراكب الأمامية</translation>
    </message>
    <message>
        <source>Passenger&apos;s front airbag, stage</source>
        <translation>وسادة الراكب الأمامية، المرحلة</translation>
    </message>
    <message>
        <source>Power steering control unit</source>
        <translation>وحدة تحكم التوجيه المعزز</translation>
    </message>
    <message>
        <source>Power steering pressure sensor</source>
        <translation>حساس ضغط التوجيه المعزز</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>الراديو</translation>
    </message>
    <message>
        <source>Remote key module</source>
        <translation>وحدة مفتاح التحكم عن بعد</translation>
    </message>
    <message>
        <source>Reverse gear</source>
        <translation>ترس الرجوع</translation>
    </message>
    <message>
        <source>Roll rate sensor</source>
        <translation>حساس معدل الميل</translation>
    </message>
    <message>
        <source>Seat module</source>
        <translation>وحدة المقعد</translation>
    </message>
    <message>
        <source>Second intake air temperature sensor</source>
        <translation>حساس حرارة هواء السحب الثاني</translation>
    </message>
    <message>
        <source>Secondary air pump</source>
        <translation>مضخة الهواء الثانوي</translation>
    </message>
    <message>
        <source>Secondary air system</source>
        <translation>نظام الهواء الثانوي</translation>
    </message>
    <message>
        <source>Secondary air valve</source>
        <translation>صمام الهواء الثانوي</translation>
    </message>
    <message>
        <source>Sensor supply</source>
        <translation>تغذية الحساسات</translation>
    </message>
    <message>
        <source>Several cylinders</source>
        <translation>عدة أسطوانات</translation>
    </message>
    <message>
        <source>Shift valve</source>
        <translation>صمام تبديل السرعة</translation>
    </message>
    <message>
        <source>Side airbag, left</source>
        <translation>الوسادة الجانبية اليسرى</translation>
    </message>
    <message>
        <source>Side airbag, right</source>
        <translation>الوسادة الجانبية اليمنى</translation>
    </message>
    <message>
        <source>Side crash sensor, left</source>
        <translation>حساس الصدم الجانبي الأيسر</translation>
    </message>
    <message>
        <source>Side crash sensor, right</source>
        <translation>حساس الصدم الجانبي الأيمن</translation>
    </message>
    <message>
        <source>Stability control unit</source>
        <translation>وحدة تحكم الثبات</translation>
    </message>
    <message>
        <source>Starter relay</source>
        <translation>مرحل بادئ الحركة</translation>
    </message>
    <message>
        <source>Steering angle sensor</source>
        <translation>حساس زاوية التوجيه</translation>
    </message>
    <message>
        <source>Tailgate module</source>
        <translation>وحدة الباب الخلفي</translation>
    </message>
    <message>
        <source>Throttle</source>
        <translation>صمام الخانق</translation>
    </message>
    <message>
        <source>Throttle actuator</source>
        <translation>مشغل الخانق</translation>
    </message>
    <message>
        <source>Throttle and intake pressure</source>
        <translation>الخانق وضغط السحب</translation>
    </message>
    <message>
        <source>Throttle control unit</source>
        <translation>وحدة تحكم الخانق</translation>
    </message>
    <message>
        <source>Throttle position sensor</source>
        <translation>حساس موضع الخانق</translation>
    </message>
    <message>
        <source>Throttle position sensors</source>
        <translation>حساسات موضع الخانق</translation>
    </message>
    <message>
        <source>Torque converter clutch</source>
        <translation>قابض محول العزم</translation>
    </message>
    <message>
        <source>Traction battery</source>
        <translation>بطارية الدفع</translation>
    </message>
    <message>
        <source>Traction battery cell voltage</source>
        <translation>جهد خلايا بطارية الدفع</translation>
    </message>
    <message>
        <source>Traction battery cells</source>
        <translation>خلايا بطارية الدفع</translation>
    </message>
    <message>
        <source>Traction battery current sensor</source>
        <translation>حساس تيار بطارية الدفع</translation>
    </message>
    <message>
        <source>Traction battery fan</source>
        <translation>مروحة بطارية الدفع</translation>
    </message>
    <message>
        <source>Traction battery temperature sensor</source>
        <translation>حساس حرارة بطارية الدفع</translation>
    </message>
    <message>
        <source>Traction battery voltage</source>
        <translation>جهد بطارية الدفع</translation>
    </message>
    <message>
        <source>Transfer case control unit</source>
        <translation>وحدة تحكم علبة التوزيع</translation>
    </message>
    <message>
        <source>Transmission</source>
        <translation>ناقل الحركة</translation>
    </message>
    <message>
        <source>Transmission control</source>
        <translation>تحكم ناقل الحركة</translation>
    </message>
    <message>
        <source>Transmission control unit</source>
        <translation>وحدة تحكم ناقل الحركة</translation>
    </message>
    <message>
        <source>Transmission input speed sensor</source>
        <translation>حساس سرعة دخل ناقل الحركة</translation>
    </message>
    <message>
        <source>Transmission oil pressure</source>
        <translation>ضغط زيت ناقل الحركة</translation>
    </message>
    <message>
        <source>Transmission oil pressure sensor</source>
        <translation>حساس ضغط زيت ناقل الحركة</translation>
    </message>
    <message>
        <source>Transmission oil pump</source>
        <translation>مضخة زيت ناقل الحركة</translation>
    </message>
    <message>
        <source>Transmission oil temperature sensor</source>
        <translation>حساس حرارة زيت ناقل الحركة</translation>
    </message>
    <message>
        <source>Transmission output speed sensor</source>
        <translation>حساس سرعة خرج ناقل الحركة</translation>
    </message>
    <message>
        <source>Transmission pressure valve</source>
        <translation>صمام ضغط ناقل الحركة</translation>
    </message>
    <message>
        <source>Turbocharger</source>
        <translation>الشاحن التوربيني</translation>
    </message>
    <message>
        <source>Turbocharger boost control</source>
        <translation>تحكم ضغط الشحن</translation>
    </message>
    <message>
        <source>Turbocharger bypass valve</source>
        <translation>صمام تحويل الشاحن التوربيني</translation>
    </message>
    <message>
        <source>Turbocharger position sensor</source>
        <translation>حساس موضع الشاحن التوربيني</translation>
    </message>
    <message>
        <source>Turbocharger wastegate valve</source>
        <translation>صمام تصريف الشاحن التوربيني</translation>
    </message>
    <message>
        <source>Tyre pressure</source>
        <translation>ضغط الإطارات</translation>
    </message>
    <message>
        <source>Tyre size</source>
        <translation>مقاس الإطارات</translation>
    </message>
    <message>
        <source>Vehicle network</source>
        <translation>شبكة السيارة</translation>
    </message>
    <message>
        <source>Vehicle network, fast</source>
        <translation>شبكة السيارة السريعة</translation>
    </message>
    <message>
        <source>Vehicle network, medium</source>
        <translation>شبكة السيارة المتوسطة</translation>
    </message>
    <message>
        <source>Vehicle network, slow</source>
        <translation>شبكة السيارة البطيئة</translation>
    </message>
    <message>
        <source>Vehicle number</source>
        <translation>رقم هيكل السيارة</translation>
    </message>
    <message>
        <source>Vehicle security module</source>
        <translation>وحدة أمان السيارة</translation>
    </message>
    <message>
        <source>Vehicle speed</source>
        <translation>سرعة السيارة</translation>
    </message>
    <message>
        <source>Vehicle speed sensor</source>
        <translation>حساس سرعة السيارة</translation>
    </message>
    <message>
        <source>Voltage converter</source>
        <translation>محول الجهد</translation>
    </message>
    <message>
        <source>Wheel speed sensor, front left</source>
        <translation>حساس سرعة العجلة الأمامية اليسرى</translation>
    </message>
    <message>
        <source>Wheel speed sensor, front right</source>
        <translation>حساس سرعة العجلة الأمامية اليمنى</translation>
    </message>
    <message>
        <source>Wheel speed sensor, rear left</source>
        <translation>حساس سرعة العجلة الخلفية اليسرى</translation>
    </message>
    <message>
        <source>Wheel speed sensor, rear right</source>
        <translation>حساس سرعة العجلة الخلفية اليمنى</translation>
    </message>
    <message>
        <source>Yaw rate sensor</source>
        <translation>حساس معدل الانعراج</translation>
    </message>
    <message>
        <source>Body and comfort</source>
        <translation>الهيكل والراحة</translation>
    </message>
    <message>
        <source>Charging</source>
        <translation>الشحن</translation>
    </message>
    <message>
        <source>Chassis and brakes</source>
        <translation>الشاسيه والمكابح</translation>
    </message>
    <message>
        <source>Control unit</source>
        <translation>وحدة التحكم</translation>
    </message>
    <message>
        <source>Emission control</source>
        <translation>التحكم في الانبعاثات</translation>
    </message>
    <message>
        <source>Engine and drive</source>
        <translation>المحرك والدفع</translation>
    </message>
    <message>
        <source>Fuel and air</source>
        <translation>الوقود والهواء</translation>
    </message>
    <message>
        <source>Hybrid or electric drive</source>
        <translation>الدفع الهجين أو الكهربائي</translation>
    </message>
    <message>
        <source>Ignition</source>
        <translation>الإشعال</translation>
    </message>
    <message>
        <source>Speed and idle control</source>
        <translation>التحكم في السرعة والتباطؤ</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>الدفع</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>البطارية</translation>
    </message>
    <message>
        <source>actuator stuck</source>
        <translation>المشغل عالق</translation>
    </message>
    <message>
        <source>boost too high</source>
        <translation>ضغط الشحن مرتفع جداً</translation>
    </message>
    <message>
        <source>boost too low</source>
        <translation>ضغط الشحن منخفض جداً</translation>
    </message>
    <message>
        <source>bus off</source>
        <translation>الناقل متوقف</translation>
    </message>
    <message>
        <source>charge too low</source>
        <translation>الشحن منخفض جداً</translation>
    </message>
    <message>
        <source>circuit fault</source>
        <translation>خلل في الدائرة</translation>
    </message>
    <message>
        <source>circuit fault at the valve</source>
        <translation>خلل في دائرة الصمام</translation>
    </message>
    <message>
        <source>cleans too little</source>
        <translation>تنقية غير كافية</translation>
    </message>
    <message>
        <source>communication fault</source>
        <translation>خلل في الاتصال</translation>
    </message>
    <message>
        <source>contributes too little</source>
        <translation>مساهمة غير كافية</translation>
    </message>
    <message>
        <source>coolant stays too cold</source>
        <translation>سائل التبريد يبقى بارداً</translation>
    </message>
    <message>
        <source>correction fault</source>
        <translation>خلل في التصحيح</translation>
    </message>
    <message>
        <source>current too high</source>
        <translation>التيار مرتفع جداً</translation>
    </message>
    <message>
        <source>current too low</source>
        <translation>التيار منخفض جداً</translation>
    </message>
    <message>
        <source>differ too much</source>
        <translation>الفرق كبير جداً</translation>
    </message>
    <message>
        <source>do not match</source>
        <translation>غير متطابقة</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>لا يستجيب</translation>
    </message>
    <message>
        <source>does not close</source>
        <translation>لا ينغلق</translation>
    </message>
    <message>
        <source>does not open</source>
        <translation>لا ينفتح</translation>
    </message>
    <message>
        <source>does not start</source>
        <translation>لا يبدأ</translation>
    </message>
    <message>
        <source>does not work as it should</source>
        <translation>لا يعمل كما ينبغي</translation>
    </message>
    <message>
        <source>electrical fault</source>
        <translation>خلل كهربائي</translation>
    </message>
    <message>
        <source>faulty gear change</source>
        <translation>تبديل سرعة معيب</translation>
    </message>
    <message>
        <source>flow fault</source>
        <translation>خلل في التدفق</translation>
    </message>
    <message>
        <source>flow too high</source>
        <translation>التدفق مرتفع جداً</translation>
    </message>
    <message>
        <source>flow too low</source>
        <translation>التدفق منخفض جداً</translation>
    </message>
    <message>
        <source>full of ash</source>
        <translation>ممتلئ بالرماد</translation>
    </message>
    <message>
        <source>full of soot</source>
        <translation>ممتلئ بالسخام</translation>
    </message>
    <message>
        <source>heater circuit fault</source>
        <translation>خلل في دائرة السخان</translation>
    </message>
    <message>
        <source>implausible value</source>
        <translation>قيمة غير معقولة</translation>
    </message>
    <message>
        <source>internal fault</source>
        <translation>خلل داخلي</translation>
    </message>
    <message>
        <source>invalid data received</source>
        <translation>بيانات واردة غير صالحة</translation>
    </message>
    <message>
        <source>invalid signal</source>
        <translation>إشارة غير صالحة</translation>
    </message>
    <message>
        <source>large leak</source>
        <translation>تسرب كبير</translation>
    </message>
    <message>
        <source>leak, is the fuel cap closed?</source>
        <translation>تسرب، هل غطاء الوقود مغلق؟</translation>
    </message>
    <message>
        <source>leaks air</source>
        <translation>يسرّب الهواء</translation>
    </message>
    <message>
        <source>level too low</source>
        <translation>المستوى منخفض جداً</translation>
    </message>
    <message>
        <source>lost its stored values</source>
        <translation>فقد قيمه المخزنة</translation>
    </message>
    <message>
        <source>mechanical fault</source>
        <translation>خلل ميكانيكي</translation>
    </message>
    <message>
        <source>memory fault</source>
        <translation>خلل في الذاكرة</translation>
    </message>
    <message>
        <source>message checksum wrong</source>
        <translation>مجموع تحقق الرسالة خاطئ</translation>
    </message>
    <message>
        <source>message counter wrong</source>
        <translation>عداد الرسالة خاطئ</translation>
    </message>
    <message>
        <source>message missing</source>
        <translation>رسالة مفقودة</translation>
    </message>
    <message>
        <source>misfire</source>
        <translation>فشل الإشعال</translation>
    </message>
    <message>
        <source>misfire after the start</source>
        <translation>فشل الإشعال بعد البدء</translation>
    </message>
    <message>
        <source>misfire with little fuel</source>
        <translation>فشل الإشعال مع قلة الوقود</translation>
    </message>
    <message>
        <source>missing in the control unit</source>
        <translation>مفقود في وحدة التحكم</translation>
    </message>
    <message>
        <source>no activity</source>
        <translation>لا نشاط</translation>
    </message>
    <message>
        <source>no signal</source>
        <translation>لا إشارة</translation>
    </message>
    <message>
        <source>not calibrated</source>
        <translation>غير معاير</translation>
    </message>
    <message>
        <source>not learnt</source>
        <translation>غير متعلم</translation>
    </message>
    <message>
        <source>not programmed</source>
        <translation>غير مبرمج</translation>
    </message>
    <message>
        <source>not recognised</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>open circuit</source>
        <translation>دائرة مفتوحة</translation>
    </message>
    <message>
        <source>open circuit or short to ground</source>
        <translation>دائرة مفتوحة أو قصر مع الأرضي</translation>
    </message>
    <message>
        <source>open circuit or short to supply</source>
        <translation>دائرة مفتوحة أو قصر مع التغذية</translation>
    </message>
    <message>
        <source>overheated</source>
        <translation>ارتفاع الحرارة</translation>
    </message>
    <message>
        <source>position too far advanced</source>
        <translation>الموضع متقدم جداً</translation>
    </message>
    <message>
        <source>position too far retarded</source>
        <translation>الموضع متأخر جداً</translation>
    </message>
    <message>
        <source>reacts slowly</source>
        <translation>يستجيب ببطء</translation>
    </message>
    <message>
        <source>reports a fault</source>
        <translation>يبلغ عن خلل</translation>
    </message>
    <message>
        <source>resistance too high</source>
        <translation>المقاومة مرتفعة جداً</translation>
    </message>
    <message>
        <source>resistance too low</source>
        <translation>المقاومة منخفضة جداً</translation>
    </message>
    <message>
        <source>second sensor signal too high</source>
        <translation>إشارة الحساس الثاني مرتفعة</translation>
    </message>
    <message>
        <source>second sensor signal too low</source>
        <translation>إشارة الحساس الثاني منخفضة</translation>
    </message>
    <message>
        <source>sends implausible data</source>
        <translation>يرسل بيانات غير معقولة</translation>
    </message>
    <message>
        <source>sensor signal too high</source>
        <translation>إشارة الحساس مرتفعة جداً</translation>
    </message>
    <message>
        <source>sensor signal too low</source>
        <translation>إشارة الحساس منخفضة جداً</translation>
    </message>
    <message>
        <source>short circuit</source>
        <translation>دائرة قصر</translation>
    </message>
    <message>
        <source>short circuit to ground</source>
        <translation>قصر مع الأرضي</translation>
    </message>
    <message>
        <source>short circuit to supply</source>
        <translation>قصر مع التغذية</translation>
    </message>
    <message>
        <source>signal comes and goes</source>
        <translation>الإشارة متقطعة</translation>
    </message>
    <message>
        <source>signal invalid</source>
        <translation>الإشارة غير صالحة</translation>
    </message>
    <message>
        <source>signal too high</source>
        <translation>الإشارة مرتفعة جداً</translation>
    </message>
    <message>
        <source>signal too low</source>
        <translation>الإشارة منخفضة جداً</translation>
    </message>
    <message>
        <source>signals do not match</source>
        <translation>الإشارات غير متطابقة</translation>
    </message>
    <message>
        <source>slips</source>
        <translation>ينزلق</translation>
    </message>
    <message>
        <source>small leak</source>
        <translation>تسرب صغير</translation>
    </message>
    <message>
        <source>software versions do not match</source>
        <translation>إصدارات البرامج غير متطابقة</translation>
    </message>
    <message>
        <source>speed too high</source>
        <translation>السرعة مرتفعة جداً</translation>
    </message>
    <message>
        <source>stuck at lean</source>
        <translation>ثابت على خليط فقير</translation>
    </message>
    <message>
        <source>stuck at rich</source>
        <translation>ثابت على خليط غني</translation>
    </message>
    <message>
        <source>stuck closed</source>
        <translation>عالق مغلقاً</translation>
    </message>
    <message>
        <source>stuck off</source>
        <translation>عالق على الإيقاف</translation>
    </message>
    <message>
        <source>stuck on</source>
        <translation>عالق على التشغيل</translation>
    </message>
    <message>
        <source>stuck open</source>
        <translation>عالق مفتوحاً</translation>
    </message>
    <message>
        <source>too high</source>
        <translation>مرتفع جداً</translation>
    </message>
    <message>
        <source>too lean</source>
        <translation>فقير جداً</translation>
    </message>
    <message>
        <source>too low</source>
        <translation>منخفض جداً</translation>
    </message>
    <message>
        <source>too low for mixture control</source>
        <translation>منخفض جداً لضبط الخليط</translation>
    </message>
    <message>
        <source>too low for steady running</source>
        <translation>منخفض جداً لدوران منتظم</translation>
    </message>
    <message>
        <source>too rich</source>
        <translation>غني جداً</translation>
    </message>
    <message>
        <source>took too long</source>
        <translation>استغرق وقتاً طويلاً</translation>
    </message>
    <message>
        <source>unsteady</source>
        <translation>غير مستقر</translation>
    </message>
    <message>
        <source>very small leak</source>
        <translation>تسرب صغير جداً</translation>
    </message>
    <message>
        <source>voltage out of range</source>
        <translation>الجهد خارج النطاق</translation>
    </message>
    <message>
        <source>voltage too high</source>
        <translation>الجهد مرتفع جداً</translation>
    </message>
    <message>
        <source>voltage too low</source>
        <translation>الجهد منخفض جداً</translation>
    </message>
    <message>
        <source>worn out</source>
        <translation>مستهلك</translation>
    </message>
    <message>
        <source>wrong gear ratio</source>
        <translation>نسبة تروس خاطئة</translation>
    </message>
    <message>
        <source>wrong ratio</source>
        <translation>نسبة خاطئة</translation>
    </message>
    <message>
        <source>wrong settings</source>
        <translation>إعدادات خاطئة</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>خلل</translation>
    </message>
    <message>
        <source>fault described by the car&apos;s maker</source>
        <translation>خلل يصفه صانع السيارة</translation>
    </message>
    <message>
        <source>Absolute fuel rail pressure</source>
        <translation>ضغط مجرى الوقود المطلق</translation>
    </message>
    <message>
        <source>Absolute fuel vapour pressure</source>
        <translation>ضغط بخار الوقود المطلق</translation>
    </message>
    <message>
        <source>Absolute load</source>
        <translation>الحمل المطلق</translation>
    </message>
    <message>
        <source>Accelerator pedal</source>
        <translation>دواسة الوقود</translation>
    </message>
    <message>
        <source>Air flow</source>
        <translation>تدفق الهواء</translation>
    </message>
    <message>
        <source>Air ratio</source>
        <translation>نسبة الهواء</translation>
    </message>
    <message>
        <source>Air ratio wanted</source>
        <translation>نسبة الهواء المطلوبة</translation>
    </message>
    <message>
        <source>Catalytic converter temperature</source>
        <translation>حرارة المحول الحفاز</translation>
    </message>
    <message>
        <source>Control unit voltage</source>
        <translation>جهد وحدة التحكم</translation>
    </message>
    <message>
        <source>Distance driven</source>
        <translation>المسافة المقطوعة</translation>
    </message>
    <message>
        <source>Distance since codes were cleared</source>
        <translation>المسافة منذ مسح الرموز</translation>
    </message>
    <message>
        <source>Distance with the warning lamp on</source>
        <translation>المسافة مع مصباح التحذير</translation>
    </message>
    <message>
        <source>Engine load</source>
        <translation>حمل المحرك</translation>
    </message>
    <message>
        <source>Engine speed</source>
        <translation>سرعة المحرك</translation>
    </message>
    <message>
        <source>Ethanol in the fuel</source>
        <translation>الإيثانول في الوقود</translation>
    </message>
    <message>
        <source>Exhaust gas recirculation error</source>
        <translation>انحراف إعادة تدوير العادم</translation>
    </message>
    <message>
        <source>Exhaust gas recirculation wanted</source>
        <translation>إعادة تدوير العادم المطلوبة</translation>
    </message>
    <message>
        <source>Friction torque</source>
        <translation>عزم الاحتكاك</translation>
    </message>
    <message>
        <source>Fuel level</source>
        <translation>مستوى الوقود</translation>
    </message>
    <message>
        <source>Fuel pressure</source>
        <translation>ضغط الوقود</translation>
    </message>
    <message>
        <source>Fuel rail pressure above intake</source>
        <translation>ضغط مجرى الوقود فوق السحب</translation>
    </message>
    <message>
        <source>Fuel rate</source>
        <translation>معدل الوقود</translation>
    </message>
    <message>
        <source>Fuel vapour pressure</source>
        <translation>ضغط بخار الوقود</translation>
    </message>
    <message>
        <source>Fuel vapour purge</source>
        <translation>تصريف بخار الوقود</translation>
    </message>
    <message>
        <source>Ignition advance</source>
        <translation>تقديم الإشعال</translation>
    </message>
    <message>
        <source>Injection timing</source>
        <translation>توقيت الحقن</translation>
    </message>
    <message>
        <source>Intake air temperature</source>
        <translation>حرارة هواء السحب</translation>
    </message>
    <message>
        <source>Intake pressure</source>
        <translation>ضغط السحب</translation>
    </message>
    <message>
        <source>Long fuel correction</source>
        <translation>تصحيح الوقود طويل المدى</translation>
    </message>
    <message>
        <source>Oil temperature</source>
        <translation>حرارة الزيت</translation>
    </message>
    <message>
        <source>Outside pressure</source>
        <translation>الضغط الخارجي</translation>
    </message>
    <message>
        <source>Outside temperature</source>
        <translation>الحرارة الخارجية</translation>
    </message>
    <message>
        <source>Oxygen sensor current</source>
        <translation>تيار حساس الأكسجين</translation>
    </message>
    <message>
        <source>Reference torque</source>
        <translation>العزم المرجعي</translation>
    </message>
    <message>
        <source>Relative throttle position</source>
        <translation>موضع الخانق النسبي</translation>
    </message>
    <message>
        <source>Short fuel correction</source>
        <translation>تصحيح الوقود قصير المدى</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>السرعة</translation>
    </message>
    <message>
        <source>Throttle position</source>
        <translation>موضع الخانق</translation>
    </message>
    <message>
        <source>Throttle wanted</source>
        <translation>الخانق المطلوب</translation>
    </message>
    <message>
        <source>Time since codes were cleared</source>
        <translation>الوقت منذ مسح الرموز</translation>
    </message>
    <message>
        <source>Time since the start</source>
        <translation>الوقت منذ البدء</translation>
    </message>
    <message>
        <source>Time with the warning lamp on</source>
        <translation>الوقت مع مصباح التحذير</translation>
    </message>
    <message>
        <source>Torque</source>
        <translation>العزم</translation>
    </message>
    <message>
        <source>Torque wanted</source>
        <translation>العزم المطلوب</translation>
    </message>
    <message>
        <source>Warm-ups since codes were cleared</source>
        <translation>مرات الإحماء منذ مسح الرموز</translation>
    </message>
    <message>
        <source>rpm</source>
        <translation>د/د</translation>
    </message>
    <message>
        <source>min</source>
        <translation>د</translation>
    </message>
    <message>
        <source>s</source>
        <translation>ث</translation>
    </message>
</context>
<context>
    <name>ConsumptionPanel</name>
    <message>
        <source>Average</source>
        <translation>المتوسط</translation>
    </message>
    <message>
        <source>Average, fuel</source>
        <translation>المتوسط، الوقود</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>The graph fills as you drive.</source>
        <translation>يمتلئ الرسم أثناء القيادة.</translation>
    </message>
</context>
<context>
    <name>CruiseGroup</name>
    <message>
        <source>Cruise control, set at the wheel</source>
        <translation>مثبت السرعة، يُضبط من المقود</translation>
    </message>
    <message>
        <source>Cruise control</source>
        <translation>مثبت السرعة</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Distance to the car ahead</source>
        <translation>المسافة إلى السيارة الأمامية</translation>
    </message>
    <message>
        <source>Level %1</source>
        <translation>المستوى %1</translation>
    </message>
</context>
<context>
    <name>Diagnostics</name>
    <message>
        <source>No faults are stored.</source>
        <translation>لا أعطال مخزّنة.</translation>
    </message>
    <message>
        <source>A serious fault. Stop safely and get help.</source>
        <translation>عطل خطير. توقف بأمان واطلب المساعدة.</translation>
    </message>
    <message>
        <source>The car should see a workshop soon.</source>
        <translation>ينبغي عرض السيارة على ورشة قريباً.</translation>
    </message>
    <message>
        <source>A small fault. You can drive on.</source>
        <translation>خلل بسيط. يمكنك متابعة القيادة.</translation>
    </message>
    <message>
        <source>Checked at %1</source>
        <translation>فُحصت في %1</translation>
    </message>
    <message>
        <source>This car tells of no self-tests.</source>
        <translation>لا تذكر هذه السيارة اختبارات ذاتية.</translation>
    </message>
    <message>
        <source>All self-tests have run. Ready for an inspection.</source>
        <translation>اكتملت كل الاختبارات. جاهزة للفحص.</translation>
    </message>
    <message>
        <source>%1 of %2 self-tests are still to run. Driving brings them.</source>
        <translation>بقي %1 من %2 اختبارات. تكتمل بالقيادة.</translation>
    </message>
    <message>
        <source>Nothing in this car&apos;s profile says how to reach them.</source>
        <translation>لا يذكر ملف هذه السيارة طريقة الوصول إليها.</translation>
    </message>
    <message>
        <source>The adapter is not connected.</source>
        <translation>المحوّل غير متصل.</translation>
    </message>
    <message>
        <source>Looking for the car&apos;s control units…</source>
        <translation>يجري البحث عن وحدات التحكم…</translation>
    </message>
    <message>
        <source>They do not answer. Is the ignition on?</source>
        <translation>لا تستجيب. هل الإشعال مفعّل؟</translation>
    </message>
    <message>
        <source>Codes can be cleared when parked.</source>
        <translation>يمكن مسح الرموز عند الوقوف.</translation>
    </message>
    <message>
        <source>Cleared. What was known is kept in the log.</source>
        <translation>تم المسح. حُفظ ما كان معروفاً في السجل.</translation>
    </message>
    <message>
        <source>Stop safely</source>
        <translation>توقف بأمان</translation>
    </message>
    <message>
        <source>You can drive on</source>
        <translation>يمكنك متابعة القيادة</translation>
    </message>
    <message>
        <source>Workshop soon</source>
        <translation>الورشة قريباً</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>مخزّن</translation>
    </message>
    <message>
        <source>seen once</source>
        <translation>ظهر مرة</translation>
    </message>
    <message>
        <source>permanent</source>
        <translation>دائم</translation>
    </message>
    <message>
        <source>No fault</source>
        <translation>لا خلل</translation>
    </message>
    <message>
        <source>Misfire</source>
        <translation>فشل الإشعال</translation>
    </message>
    <message>
        <source>Fuel system</source>
        <translation>نظام الوقود</translation>
    </message>
    <message>
        <source>Sensors and wiring</source>
        <translation>الحساسات والأسلاك</translation>
    </message>
    <message>
        <source>Catalytic converter</source>
        <translation>المحول الحفاز</translation>
    </message>
    <message>
        <source>Heated catalytic converter</source>
        <translation>المحول الحفاز المسخّن</translation>
    </message>
    <message>
        <source>Fuel vapour</source>
        <translation>بخار الوقود</translation>
    </message>
    <message>
        <source>Secondary air</source>
        <translation>الهواء الثانوي</translation>
    </message>
    <message>
        <source>Particulate filter</source>
        <translation>مرشح الجسيمات</translation>
    </message>
    <message>
        <source>Oxygen sensors</source>
        <translation>حساسات الأكسجين</translation>
    </message>
    <message>
        <source>Oxygen sensor heaters</source>
        <translation>سخانات حساسات الأكسجين</translation>
    </message>
    <message>
        <source>Exhaust gas recirculation</source>
        <translation>إعادة تدوير غاز العادم</translation>
    </message>
    <message>
        <source>Oxidation catalyst</source>
        <translation>محفز الأكسدة</translation>
    </message>
    <message>
        <source>Nitrogen oxides</source>
        <translation>أكاسيد النيتروجين</translation>
    </message>
    <message>
        <source>Boost pressure</source>
        <translation>ضغط الشحن</translation>
    </message>
    <message>
        <source>Exhaust gas sensor</source>
        <translation>حساس غاز العادم</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>ليس بعد</translation>
    </message>
</context>
<context>
    <name>DiagnosticsAway</name>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Reading the car</source>
        <translation>تجري قراءة السيارة</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>لا استجابة بعد</translation>
    </message>
    <message>
        <source>No diagnostics</source>
        <translation>لا يوجد تشخيص</translation>
    </message>
</context>
<context>
    <name>DiagnosticsCodes</name>
    <message>
        <source>More when the car stands still.</source>
        <translation>المزيد عند توقف السيارة.</translation>
    </message>
    <message>
        <source>Clear codes</source>
        <translation>مسح الرموز</translation>
    </message>
</context>
<context>
    <name>DiagnosticsConfirm</name>
    <message>
        <source>Clear codes</source>
        <translation>مسح الرموز</translation>
    </message>
    <message>
        <source>Clear all codes?</source>
        <translation>مسح كل الرموز؟</translation>
    </message>
    <message>
        <source>They come back if the fault is still there. A list of them is kept, and the car repeats its self-tests.</source>
        <translation>ستعود إذا بقي الخلل. تُحفظ قائمة بها، وتعيد السيارة اختباراتها الذاتية.</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>الاحتفاظ بها</translation>
    </message>
</context>
<context>
    <name>DiagnosticsDetail</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>When it appeared</source>
        <translation>عند ظهوره</translation>
    </message>
    <message>
        <source>The car kept no values of that moment.</source>
        <translation>لم تحفظ السيارة قيم تلك اللحظة.</translation>
    </message>
</context>
<context>
    <name>DiagnosticsHealth</name>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>فحص مجدداً</translation>
    </message>
</context>
<context>
    <name>DiagnosticsSection</name>
    <message>
        <source>Codes</source>
        <translation>الرموز</translation>
    </message>
    <message>
        <source>Self-tests</source>
        <translation>الاختبارات</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>القيم</translation>
    </message>
    <message>
        <source>Details wait until the car stands still.</source>
        <translation>التفاصيل عند توقف السيارة.</translation>
    </message>
</context>
<context>
    <name>DiagnosticsValues</name>
    <message>
        <source>This car tells no live values.</source>
        <translation>لا تعرض هذه السيارة قيماً حية.</translation>
    </message>
</context>
<context>
    <name>DisplaySettings</name>
    <message>
        <source>Style</source>
        <translation>النمط</translation>
    </message>
    <message>
        <source>Day and night</source>
        <translation>النهار والليل</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>تلقائي</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>نهار</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>ليل</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>السطوع</translation>
    </message>
    <message>
        <source>Size of text and controls</source>
        <translation>حجم النص والأزرار</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>أصغر</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>عادي</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>أكبر</translation>
    </message>
    <message>
        <source>Where the driver sits</source>
        <translation>مكان جلوس السائق</translation>
    </message>
    <message>
        <source>Driver&apos;s side</source>
        <translation>جهة السائق</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>يسار</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>يمين</translation>
    </message>
</context>
<context>
    <name>Divider</name>
    <message>
        <source>Sizes of the two</source>
        <translation>حجم الاثنين</translation>
    </message>
</context>
<context>
    <name>DriveModes</name>
    <message>
        <source>Further on a charge</source>
        <translation>مسافة أبعد بالشحنة</translation>
    </message>
    <message>
        <source>For every day</source>
        <translation>لكل يوم</translation>
    </message>
    <message>
        <source>Quick and firm</source>
        <translation>سريع وحازم</translation>
    </message>
    <message>
        <source>Gentle on slippery roads</source>
        <translation>لطيف على الطرق الزلقة</translation>
    </message>
    <message>
        <source>As you set it</source>
        <translation>كما ضبطته</translation>
    </message>
    <message>
        <source>Eco</source>
        <translation>اقتصادي</translation>
    </message>
    <message>
        <source>Comfort</source>
        <translation>مريح</translation>
    </message>
    <message>
        <source>Sport</source>
        <translation>رياضي</translation>
    </message>
    <message>
        <source>Snow</source>
        <translation>ثلج</translation>
    </message>
    <message>
        <source>Individual</source>
        <translation>مخصص</translation>
    </message>
    <message>
        <source>Drive mode</source>
        <translation>وضع القيادة</translation>
    </message>
</context>
<context>
    <name>DriverSettings</name>
    <message>
        <source>Remove %1</source>
        <translation>إزالة %1</translation>
    </message>
    <message>
        <source>New driver</source>
        <translation>سائق جديد</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
</context>
<context>
    <name>Energy</name>
    <message>
        <source>Cold. It charges slower until it is warm.</source>
        <translation>باردة. شحنها أبطأ حتى تدفأ.</translation>
    </message>
    <message>
        <source>At a good temperature.</source>
        <translation>حرارتها جيدة.</translation>
    </message>
    <message>
        <source>Hot. Full power may not be there until it has cooled.</source>
        <translation>ساخنة. قد لا تتوفر القدرة الكاملة حتى تبرد.</translation>
    </message>
    <message>
        <source>Like new</source>
        <translation>كالجديدة</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>جيد</translation>
    </message>
    <message>
        <source>Aged</source>
        <translation>متقادمة</translation>
    </message>
    <message>
        <source>Worn. Ask for a check at the next service.</source>
        <translation>مستهلكة. اطلب فحصها في الصيانة القادمة.</translation>
    </message>
    <message>
        <source>Driving</source>
        <translation>القيادة</translation>
    </message>
    <message>
        <source>Recovering energy</source>
        <translation>استعادة الطاقة</translation>
    </message>
    <message>
        <source>Charging</source>
        <translation>جارٍ الشحن</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>واقفة</translation>
    </message>
    <message>
        <source>At rest</source>
        <translation>ساكنة</translation>
    </message>
    <message>
        <source>Much too low. Stop and add oil.</source>
        <translation>منخفض جدًا. توقف وأضف زيتًا.</translation>
    </message>
    <message>
        <source>Low. Add oil soon.</source>
        <translation>منخفض. أضف زيتًا قريبًا.</translation>
    </message>
    <message>
        <source>A little too high</source>
        <translation>مرتفع قليلًا</translation>
    </message>
    <message>
        <source>Much too high. Have oil drained.</source>
        <translation>مرتفع جدًا. اطلب تفريغ بعض الزيت.</translation>
    </message>
    <message>
        <source>Not plugged in</source>
        <translation>غير موصولة</translation>
    </message>
    <message>
        <source>Plugged in, not charging</source>
        <translation>موصولة ولا تُشحن</translation>
    </message>
    <message>
        <source>Plugged in, waiting for the time set</source>
        <translation>موصولة، بانتظار الوقت المحدد</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>مشحونة</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 س %2 د</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 عند %2</translation>
    </message>
</context>
<context>
    <name>EnergySection</name>
    <message>
        <source>Driving</source>
        <translation>القيادة</translation>
    </message>
    <message>
        <source>Charging</source>
        <translation>الشحن</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
</context>
<context>
    <name>FanSlider</name>
    <message>
        <source>Fan</source>
        <translation>المروحة</translation>
    </message>
</context>
<context>
    <name>FilePane</name>
    <message>
        <source>Look again</source>
        <translation>تحقق مرة أخرى</translation>
    </message>
    <message>
        <source>Download it once from the scrcpy project&apos;s releases and copy it to this place. It is checked before it is used.</source>
        <translation>نزّله مرة واحدة من إصدارات مشروع scrcpy وانسخه إلى هذا المكان. يُفحص قبل استخدامه.</translation>
    </message>
    <message>
        <source>A small helper is missing</source>
        <translation>ملف مساعد صغير مفقود</translation>
    </message>
</context>
<context>
    <name>FindSheet</name>
    <message>
        <source>Find an app</source>
        <translation>ابحث عن تطبيق</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Show the call</source>
        <translation>إظهار المكالمة</translation>
    </message>
</context>
<context>
    <name>GearLetters</name>
    <message>
        <source>Gear %1</source>
        <translation>الغيار %1</translation>
    </message>
</context>
<context>
    <name>Guidance</name>
    <message>
        <source>Looking for another way</source>
        <translation>البحث عن طريق آخر</translation>
    </message>
    <message>
        <source>Set off</source>
        <translation>انطلق</translation>
    </message>
    <message>
        <source>Straight on</source>
        <translation>إلى الأمام</translation>
    </message>
    <message>
        <source>Bear left</source>
        <translation>انحرف قليلًا يسارًا</translation>
    </message>
    <message>
        <source>Bear right</source>
        <translation>انحرف قليلًا يمينًا</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>انعطف يسارًا</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>انعطف يمينًا</translation>
    </message>
    <message>
        <source>Sharp left</source>
        <translation>انعطاف حاد يسارًا</translation>
    </message>
    <message>
        <source>Sharp right</source>
        <translation>انعطاف حاد يمينًا</translation>
    </message>
    <message>
        <source>Turn around</source>
        <translation>استدر للخلف</translation>
    </message>
    <message>
        <source>Take the ramp</source>
        <translation>اسلك المدخل</translation>
    </message>
    <message>
        <source>Take the ramp on the left</source>
        <translation>اسلك المدخل الأيسر</translation>
    </message>
    <message>
        <source>Take the ramp on the right</source>
        <translation>اسلك المدخل الأيمن</translation>
    </message>
    <message>
        <source>Take the exit</source>
        <translation>اسلك المخرج</translation>
    </message>
    <message>
        <source>Take the exit on the left</source>
        <translation>اسلك المخرج الأيسر</translation>
    </message>
    <message>
        <source>Take the exit on the right</source>
        <translation>اسلك المخرج الأيمن</translation>
    </message>
    <message>
        <source>Keep left</source>
        <translation>الزم اليسار</translation>
    </message>
    <message>
        <source>Keep right</source>
        <translation>الزم اليمين</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>اندمج مع الطريق</translation>
    </message>
    <message>
        <source>Merge to the left</source>
        <translation>اندمج يسارًا</translation>
    </message>
    <message>
        <source>Merge to the right</source>
        <translation>اندمج يمينًا</translation>
    </message>
    <message>
        <source>Take the ferry</source>
        <translation>اركب العبّارة</translation>
    </message>
    <message>
        <source>Take the car train</source>
        <translation>اركب قطار السيارات</translation>
    </message>
    <message>
        <source>You arrive</source>
        <translation>تصل إلى وجهتك</translation>
    </message>
    <message>
        <source>You arrive, on the left</source>
        <translation>وجهتك على اليسار</translation>
    </message>
    <message>
        <source>You arrive, on the right</source>
        <translation>وجهتك على اليمين</translation>
    </message>
    <message>
        <source>Roundabout, exit %1</source>
        <translation>الدوّار، المخرج %1</translation>
    </message>
    <message>
        <source>Through the roundabout</source>
        <translation>عبر الدوّار</translation>
    </message>
</context>
<context>
    <name>HeadsUp</name>
    <message>
        <source>Dismiss</source>
        <translation>تجاهل</translation>
    </message>
</context>
<context>
    <name>KeepCard</name>
    <message>
        <source>Something odd?</source>
        <translation>هل من أمر غريب؟</translation>
    </message>
    <message>
        <source>The last minute of the car&apos;s data is at hand. Keep it to have it looked at.</source>
        <translation>بيانات الدقيقة الأخيرة من السيارة جاهزة دائمًا. احتفظ بها لفحصها.</translation>
    </message>
    <message>
        <source>Blank the car&apos;s number</source>
        <translation>إخفاء رقم السيارة</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>احتفظ بها</translation>
    </message>
</context>
<context>
    <name>KeyLesson</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>KeySettings</name>
    <message>
        <source>Choose what a key shall do, then press it.</source>
        <translation>اختر ما يفعله الزر ثم اضغطه.</translation>
    </message>
    <message>
        <source>Keys can be taught when the car is parked.</source>
        <translation>يمكن تعليم الأزرار والسيارة متوقفة.</translation>
    </message>
    <message>
        <source>Forget the key for %1</source>
        <translation>نسيان زر %1</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Capital letter</source>
        <translation>حرف كبير</translation>
    </message>
    <message>
        <source>Digits and signs</source>
        <translation>أرقام ورموز</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>مسافة</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>إدخال</translation>
    </message>
    <message>
        <source>Put the keyboard away</source>
        <translation>إخفاء لوحة المفاتيح</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Louder</source>
        <translation>رفع الصوت</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>خفض الصوت</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>كتم الصوت</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>تشغيل أو إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Next title</source>
        <translation>المقطع التالي</translation>
    </message>
    <message>
        <source>Previous title</source>
        <translation>المقطع السابق</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>الشاشة الرئيسية</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Knob, turned</source>
        <translation>تدوير المقبض</translation>
    </message>
    <message>
        <source>Knob, pressed</source>
        <translation>ضغط المقبض</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>أعلى</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>أسفل</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>يسار</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>يمين</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>الوسائط</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>المركبة</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>الكاميرا</translation>
    </message>
    <message>
        <source>Take a call</source>
        <translation>الرد على مكالمة</translation>
    </message>
    <message>
        <source>End a call</source>
        <translation>إنهاء مكالمة</translation>
    </message>
    <message>
        <source>The phone&apos;s assistant</source>
        <translation>مساعد الهاتف</translation>
    </message>
    <message>
        <source>One moment. Do not press any key yet.</source>
        <translation>لحظة. لا تضغط أي زر بعد.</translation>
    </message>
    <message>
        <source>Press the key now.</source>
        <translation>اضغط الزر الآن.</translation>
    </message>
    <message>
        <source>Press the same key once more.</source>
        <translation>اضغط الزر نفسه مرة أخرى.</translation>
    </message>
    <message>
        <source>The key is learnt.</source>
        <translation>تم تعلّم الزر.</translation>
    </message>
    <message>
        <source>No key was noticed. Try again, or choose another key.</source>
        <translation>لم يُلاحظ أي زر. حاول مجددًا أو اختر زرًا آخر.</translation>
    </message>
    <message>
        <source>Turn the knob to the right, five clicks.</source>
        <translation>أدر المقبض إلى اليمين خمس نقرات.</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>لا يوجد زر</translation>
    </message>
    <message>
        <source>As the car has it</source>
        <translation>كما في السيارة</translation>
    </message>
    <message>
        <source>Learnt, a key of the car</source>
        <translation>متعلَّم، زر في السيارة</translation>
    </message>
    <message>
        <source>Learnt, %1</source>
        <translation>متعلَّم، %1</translation>
    </message>
</context>
<context>
    <name>Launcher</name>
    <message>
        <source>More apps are there when parked.</source>
        <translation>تظهر تطبيقات أخرى عند التوقف.</translation>
    </message>
    <message>
        <source>The phone has not told its apps yet.</source>
        <translation>لم يرسل الهاتف قائمة تطبيقاته بعد.</translation>
    </message>
    <message>
        <source>No app has this name.</source>
        <translation>لا يوجد تطبيق بهذا الاسم.</translation>
    </message>
</context>
<context>
    <name>LauncherHeader</name>
    <message>
        <source>Find an app</source>
        <translation>ابحث عن تطبيق</translation>
    </message>
    <message>
        <source>Favourites are chosen</source>
        <translation>تم اختيار المفضلة</translation>
    </message>
    <message>
        <source>Choose favourites</source>
        <translation>اختيار المفضلة</translation>
    </message>
    <message>
        <source>Set up a phone</source>
        <translation>إعداد هاتف</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Now playing</source>
        <translation>قيد التشغيل الآن</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>قائمة الانتظار</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>الألبومات</translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>الفنانون</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>الأغاني</translation>
    </message>
    <message>
        <source>The rest of the list is there when parked.</source>
        <translation>تظهر بقية القائمة عند التوقف.</translation>
    </message>
    <message>
        <source>Music on this device or a USB stick shows up here.</source>
        <translation>تظهر هنا الموسيقى من هذا الجهاز أو من ذاكرة USB.</translation>
    </message>
    <message>
        <source>No music yet</source>
        <translation>لا توجد موسيقى بعد</translation>
    </message>
</context>
<context>
    <name>LidsGroup</name>
    <message>
        <source>Boot</source>
        <translation>صندوق الأمتعة</translation>
    </message>
    <message>
        <source>Front boot</source>
        <translation>الصندوق الأمامي</translation>
    </message>
    <message>
        <source>Charge port</source>
        <translation>منفذ الشحن</translation>
    </message>
    <message>
        <source>Bonnet</source>
        <translation>غطاء المحرك</translation>
    </message>
    <message>
        <source>Shut</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>مفتوح</translation>
    </message>
</context>
<context>
    <name>LightsSection</name>
    <message>
        <source>Inside</source>
        <translation>في الداخل</translation>
    </message>
    <message>
        <source>Whole cabin</source>
        <translation>كامل المقصورة</translation>
    </message>
    <message>
        <source>Driver&apos;s reading light</source>
        <translation>ضوء قراءة السائق</translation>
    </message>
    <message>
        <source>Passenger&apos;s reading light</source>
        <translation>ضوء قراءة الراكب</translation>
    </message>
</context>
<context>
    <name>Liquids</name>
    <message>
        <source>Oil</source>
        <translation>الزيت</translation>
    </message>
    <message>
        <source>Coolant</source>
        <translation>سائل التبريد</translation>
    </message>
    <message>
        <source>AdBlue</source>
        <translation>AdBlue</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>مغلقة</translation>
    </message>
    <message>
        <source>Tank flap</source>
        <translation>غطاء الخزان</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>مفتوح</translation>
    </message>
</context>
<context>
    <name>LocksGroup</name>
    <message>
        <source>Locks</source>
        <translation>الأقفال</translation>
    </message>
    <message>
        <source>All locked</source>
        <translation>الكل مقفل</translation>
    </message>
    <message>
        <source>Lock all</source>
        <translation>قفل الكل</translation>
    </message>
    <message>
        <source>Front right</source>
        <translation>أمامي أيمن</translation>
    </message>
    <message>
        <source>Front left</source>
        <translation>أمامي أيسر</translation>
    </message>
    <message>
        <source>Rear right</source>
        <translation>خلفي أيمن</translation>
    </message>
    <message>
        <source>Rear left</source>
        <translation>خلفي أيسر</translation>
    </message>
    <message>
        <source>Boot</source>
        <translation>صندوق الأمتعة</translation>
    </message>
    <message>
        <source>The switches of the rear windows do nothing.</source>
        <translation>مفاتيح النوافذ الخلفية لا تعمل.</translation>
    </message>
    <message>
        <source>Lock the rear windows</source>
        <translation>قفل النوافذ الخلفية</translation>
    </message>
    <message>
        <source>The rear doors do not open from inside.</source>
        <translation>لا تُفتح الأبواب الخلفية من الداخل.</translation>
    </message>
    <message>
        <source>Child lock</source>
        <translation>قفل الأطفال</translation>
    </message>
    <message>
        <source>The doors lock when the car drives off.</source>
        <translation>تُقفل الأبواب عند الانطلاق.</translation>
    </message>
    <message>
        <source>Lock by itself</source>
        <translation>قفل تلقائي</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>غير مقفل</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>مقفل</translation>
    </message>
</context>
<context>
    <name>Maintenance</name>
    <message>
        <source>The service is due. Make an appointment.</source>
        <translation>حان موعد الصيانة. احجز موعدًا.</translation>
    </message>
    <message>
        <source>The service is due soon. Make an appointment.</source>
        <translation>اقترب موعد الصيانة. احجز موعدًا.</translation>
    </message>
    <message>
        <source>Nothing to do yet.</source>
        <translation>لا شيء مطلوب بعد.</translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation>%1 شهر</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 يوم</translation>
    </message>
</context>
<context>
    <name>Media</name>
    <message>
        <source>Queue</source>
        <translation>قائمة الانتظار</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>الألبومات</translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>الفنانون</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>الأغاني</translation>
    </message>
</context>
<context>
    <name>MediaPage</name>
    <message>
        <source>Media is away</source>
        <translation>الوسائط غير متاحة الآن</translation>
    </message>
</context>
<context>
    <name>MirrorHeatTile</name>
    <message>
        <source>Heated mirrors</source>
        <translation>تدفئة المرايا</translation>
    </message>
</context>
<context>
    <name>MirrorsGroup</name>
    <message>
        <source>Mirrors</source>
        <translation>المرايا</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>مفرودة</translation>
    </message>
    <message>
        <source>Folded in</source>
        <translation>مطوية</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>السائق</translation>
    </message>
    <message>
        <source>Passenger</source>
        <translation>الراكب</translation>
    </message>
    <message>
        <source>In and out</source>
        <translation>إلى الداخل والخارج</translation>
    </message>
    <message>
        <source>Up and down</source>
        <translation>إلى الأعلى والأسفل</translation>
    </message>
    <message>
        <source>The mirrors fold in when the car is locked.</source>
        <translation>تُطوى المرايا عند قفل السيارة.</translation>
    </message>
    <message>
        <source>Fold by themselves</source>
        <translation>طي تلقائي</translation>
    </message>
    <message>
        <source>In reverse the mirror shows the kerb.</source>
        <translation>عند الرجوع تُظهر المرآة حافة الرصيف.</translation>
    </message>
    <message>
        <source>Tilt in reverse</source>
        <translation>إمالة عند الرجوع</translation>
    </message>
</context>
<context>
    <name>NowPlayingCard</name>
    <message>
        <source>Media</source>
        <translation>الوسائط</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Choose some music to begin.</source>
        <translation>اختر موسيقى للبدء.</translation>
    </message>
    <message>
        <source>Nothing plays</source>
        <translation>لا شيء يعمل</translation>
    </message>
    <message>
        <source>Media is away</source>
        <translation>الوسائط غير متاحة الآن</translation>
    </message>
</context>
<context>
    <name>OutsideLights</name>
    <message>
        <source>Outside</source>
        <translation>في الخارج</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>تلقائي</translation>
    </message>
    <message>
        <source>Side lights</source>
        <translation>أضواء الموضع</translation>
    </message>
    <message>
        <source>Daytime</source>
        <translation>ضوء نهاري</translation>
    </message>
    <message>
        <source>Low beam</source>
        <translation>ضوء منخفض</translation>
    </message>
    <message>
        <source>High beam on dark roads, dipped for others.</source>
        <translation>ضوء عالٍ في الطرق المظلمة، ويُخفض للآخرين.</translation>
    </message>
    <message>
        <source>Automatic high beam</source>
        <translation>ضوء عالٍ تلقائي</translation>
    </message>
    <message>
        <source>Light after locking</source>
        <translation>إضاءة بعد القفل</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>High beam</source>
        <translation>ضوء عالٍ</translation>
    </message>
    <message>
        <source>Front fog lights</source>
        <translation>أضواء الضباب الأمامية</translation>
    </message>
    <message>
        <source>Rear fog light</source>
        <translation>ضوء الضباب الخلفي</translation>
    </message>
    <message>
        <source>Hazard lights</source>
        <translation>أضواء التحذير</translation>
    </message>
</context>
<context>
    <name>OverviewSection</name>
    <message>
        <source>Camera</source>
        <translation>الكاميرا</translation>
    </message>
</context>
<context>
    <name>PairingPane</name>
    <message>
        <source>Scan</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>أرقام</translation>
    </message>
    <message>
        <source>Cable</source>
        <translation>كابل</translation>
    </message>
    <message>
        <source>Pairing is for when the car is parked.</source>
        <translation>الإقران متاح عند توقف السيارة.</translation>
    </message>
    <message>
        <source>On the phone: Settings, About phone, tap the build number seven times. Then Developer options, USB debugging. Plug it in and unlock it.</source>
        <translation>على الهاتف: الإعدادات، حول الهاتف، اضغط رقم الإصدار سبع مرات. ثم خيارات المطور، تصحيح USB. صِله وافتح قفله.</translation>
    </message>
    <message>
        <source>By cable</source>
        <translation>بالكابل</translation>
    </message>
</context>
<context>
    <name>ParkingPanel</name>
    <message>
        <source>Clear</source>
        <translation>خالٍ</translation>
    </message>
</context>
<context>
    <name>PhoneAdding</name>
    <message>
        <source>Add a phone</source>
        <translation>إضافة هاتف</translation>
    </message>
    <message>
        <source>Phone address</source>
        <translation>عنوان الهاتف</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>اتصال</translation>
    </message>
</context>
<context>
    <name>PhoneDetails</name>
    <message>
        <source>OK</source>
        <translation>موافق</translation>
    </message>
    <message>
        <source>Trust it</source>
        <translation>ثق به</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>قطع الاتصال</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>اتصال</translation>
    </message>
    <message>
        <source>Comes first</source>
        <translation>له الأولوية</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>نسيان</translation>
    </message>
</context>
<context>
    <name>PhoneHeading</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>PhoneList</name>
    <message>
        <source>No phone is known yet.</source>
        <translation>لا يوجد هاتف معروف بعد.</translation>
    </message>
    <message>
        <source>Connect phones by themselves</source>
        <translation>توصيل الهواتف تلقائيًا</translation>
    </message>
    <message>
        <source>Add a phone</source>
        <translation>إضافة هاتف</translation>
    </message>
</context>
<context>
    <name>Phones</name>
    <message>
        <source>Not connected</source>
        <translation>غير متصل</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>جارٍ الاتصال…</translation>
    </message>
    <message>
        <source>Allow this car on the phone&apos;s screen.</source>
        <translation>اسمح لهذه السيارة على شاشة الهاتف.</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>Phone lost. Looking for it.</source>
        <translation>فُقد الهاتف. جارٍ البحث عنه.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Pairing code</source>
        <translation>رمز الاقتران</translation>
    </message>
    <message>
        <source>Wi-Fi band in GHz</source>
        <translation>نطاق واي فاي (جيجاهرتز)</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>الميكروفون</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>الصوت</translation>
    </message>
    <message>
        <source>Driver&apos;s side</source>
        <translation>جهة السائق</translation>
    </message>
    <message>
        <source>Name phones see</source>
        <translation>الاسم الذي تراه الهواتف</translation>
    </message>
    <message>
        <source>Delay of music in ms</source>
        <translation>تأخير الموسيقى (مللي ثانية)</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation>صور في الثانية</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>السيارة</translation>
    </message>
    <message>
        <source>Dongle</source>
        <translation>المحوّل</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>يسار</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>يمين</translation>
    </message>
</context>
<context>
    <name>PlaceHeader</name>
    <message>
        <source>Back in %1</source>
        <translation>رجوع في %1</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>إغلاق %1</translation>
    </message>
</context>
<context>
    <name>PlayerInfo</name>
    <message>
        <source>Nothing plays</source>
        <translation>لا شيء يعمل</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>لا صوت</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>مستوى الصوت</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>المكتبة</translation>
    </message>
</context>
<context>
    <name>Projection</name>
    <message>
        <source>Not shown while driving.</source>
        <translation>لا يُعرض أثناء القيادة.</translation>
    </message>
    <message>
        <source>Opening {0}…</source>
        <translation>جارٍ فتح {0}…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>جارٍ الاتصال…</translation>
    </message>
    <message>
        <source>Pair this phone with the car.</source>
        <translation>أقرن هذا الهاتف بالسيارة.</translation>
    </message>
    <message>
        <source>Allow this car on the phone&apos;s screen.</source>
        <translation>اسمح لهذه السيارة على شاشة الهاتف.</translation>
    </message>
    <message>
        <source>Phone lost. Looking for it.</source>
        <translation>انقطع الهاتف. جارٍ البحث عنه.</translation>
    </message>
    <message>
        <source>Not in reach</source>
        <translation>خارج النطاق</translation>
    </message>
    <message>
        <source>No phone</source>
        <translation>لا يوجد هاتف</translation>
    </message>
</context>
<context>
    <name>ProjectionCard</name>
    <message>
        <source>Phone apps</source>
        <translation>تطبيقات الهاتف</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>No phone</source>
        <translation>لا يوجد هاتف</translation>
    </message>
    <message>
        <source>Phone apps are away</source>
        <translation>تطبيقات الهاتف غير متاحة الآن</translation>
    </message>
</context>
<context>
    <name>ProjectionPage</name>
    <message>
        <source>Connect</source>
        <translation>اتصال</translation>
    </message>
    <message>
        <source>Phone settings</source>
        <translation>إعدادات الهاتف</translation>
    </message>
    <message>
        <source>Set up a phone</source>
        <translation>إعداد هاتف</translation>
    </message>
    <message>
        <source>Phone apps are away</source>
        <translation>تطبيقات الهاتف غير متاحة الآن</translation>
    </message>
</context>
<context>
    <name>QuickActions</name>
    <message>
        <source>Unlocked</source>
        <translation>غير مقفل</translation>
    </message>
    <message>
        <source>Doors</source>
        <translation>الأبواب</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>مقفل</translation>
    </message>
    <message>
        <source>Boot</source>
        <translation>صندوق الأمتعة</translation>
    </message>
    <message>
        <source>Charge port</source>
        <translation>منفذ الشحن</translation>
    </message>
    <message>
        <source>Front boot</source>
        <translation>الصندوق الأمامي</translation>
    </message>
    <message>
        <source>Shut</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>مفتوح</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Home</source>
        <translation>الرئيسية</translation>
    </message>
    <message>
        <source>Phone apps</source>
        <translation>تطبيقات الهاتف</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>الوسائط</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>السيارة</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
</context>
<context>
    <name>RangeCard</name>
    <message>
        <source>%1 range</source>
        <translation>‏%1 مدى</translation>
    </message>
</context>
<context>
    <name>RangeSummary</name>
    <message>
        <source>%1 range</source>
        <translation>‏%1 مدى</translation>
    </message>
</context>
<context>
    <name>RearButtons</name>
    <message>
        <source>Next camera</source>
        <translation>الكاميرا التالية</translation>
    </message>
    <message>
        <source>Tones off</source>
        <translation>النغمات متوقفة</translation>
    </message>
    <message>
        <source>Tones quiet</source>
        <translation>النغمات خافتة</translation>
    </message>
    <message>
        <source>Tones on</source>
        <translation>النغمات تعمل</translation>
    </message>
    <message>
        <source>Close the camera</source>
        <translation>إغلاق الكاميرا</translation>
    </message>
</context>
<context>
    <name>RearView</name>
    <message>
        <source>No camera. Look behind you.</source>
        <translation>لا توجد كاميرا. انظر خلفك.</translation>
    </message>
    <message>
        <source>Rear view</source>
        <translation>الرؤية الخلفية</translation>
    </message>
    <message>
        <source>ahead, left</source>
        <translation>أمامك يسارًا</translation>
    </message>
    <message>
        <source>ahead</source>
        <translation>أمامك</translation>
    </message>
    <message>
        <source>ahead, right</source>
        <translation>أمامك يمينًا</translation>
    </message>
    <message>
        <source>behind, left</source>
        <translation>خلفك يسارًا</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>خلفك</translation>
    </message>
    <message>
        <source>behind, right</source>
        <translation>خلفك يمينًا</translation>
    </message>
    <message>
        <source>Camera starting. Look behind you.</source>
        <translation>الكاميرا تبدأ. انظر خلفك.</translation>
    </message>
    <message>
        <source>Nothing but black. Look behind you.</source>
        <translation>الصورة سوداء. انظر خلفك.</translation>
    </message>
    <message>
        <source>Camera lost. Look ahead.</source>
        <translation>انقطعت الكاميرا. انظر أمامك.</translation>
    </message>
    <message>
        <source>Camera lost. Look behind you.</source>
        <translation>انقطعت الكاميرا. انظر خلفك.</translation>
    </message>
    <message>
        <source>Rear</source>
        <translation>خلفي</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>أمامي</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>يسار</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>يمين</translation>
    </message>
</context>
<context>
    <name>Recorder</name>
    <message>
        <source>The last minute is kept.</source>
        <translation>حُفظت الدقيقة الأخيرة.</translation>
    </message>
</context>
<context>
    <name>RecorderSection</name>
    <message>
        <source>What you keep is listed here, newest first.</source>
        <translation>ما تحتفظ به يظهر هنا، الأحدث أولًا.</translation>
    </message>
    <message>
        <source>Nothing kept yet</source>
        <translation>لم يُحفظ شيء بعد</translation>
    </message>
</context>
<context>
    <name>Regeneration</name>
    <message>
        <source>Recovery when coasting</source>
        <translation>استعادة الطاقة</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>منخفض</translation>
    </message>
    <message>
        <source>Mid</source>
        <translation>متوسط</translation>
    </message>
    <message>
        <source>High</source>
        <translation>مرتفع</translation>
    </message>
</context>
<context>
    <name>ReplayPanel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Position in the recording</source>
        <translation>الموضع في التسجيل</translation>
    </message>
</context>
<context>
    <name>ReplaySpeeds</name>
    <message>
        <source>%1×</source>
        <translation>‏%1×</translation>
    </message>
    <message>
        <source>Fastest</source>
        <translation>الأسرع</translation>
    </message>
</context>
<context>
    <name>ReplayTransport</name>
    <message>
        <source>Ten seconds back</source>
        <translation>عشر ثوانٍ للخلف</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Ten seconds on</source>
        <translation>عشر ثوانٍ للأمام</translation>
    </message>
    <message>
        <source>Again and again</source>
        <translation>تكرار</translation>
    </message>
    <message>
        <source>Mark this moment</source>
        <translation>ضع علامة هنا</translation>
    </message>
</context>
<context>
    <name>Restrictions</name>
    <message>
        <source>Available when the car stands still.</source>
        <translation>متاح عندما تتوقف السيارة.</translation>
    </message>
    <message>
        <source>Available when parked.</source>
        <translation>متاح عند ركن السيارة.</translation>
    </message>
</context>
<context>
    <name>RoofGroup</name>
    <message>
        <source>Roof</source>
        <translation>السقف</translation>
    </message>
    <message>
        <source>Sunroof</source>
        <translation>فتحة السقف</translation>
    </message>
    <message>
        <source>Tilted</source>
        <translation>مائلة</translation>
    </message>
    <message>
        <source>Shut</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Tilt</source>
        <translation>إمالة</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>Shade</source>
        <translation>الستارة</translation>
    </message>
</context>
<context>
    <name>ScanPane</name>
    <message>
        <source>QR code for pairing</source>
        <translation>رمز QR للإقران</translation>
    </message>
    <message>
        <source>On the phone: Developer options, Wireless debugging, Pair device with QR code. Both use one Wi-Fi.</source>
        <translation>على الهاتف: خيارات المطور، تصحيح الأخطاء اللاسلكي، إقران الجهاز برمز QR. كلاهما على شبكة Wi-Fi واحدة.</translation>
    </message>
    <message>
        <source>Hide the code</source>
        <translation>إخفاء الرمز</translation>
    </message>
    <message>
        <source>Show a code</source>
        <translation>عرض رمز</translation>
    </message>
</context>
<context>
    <name>SeatAxes</name>
    <message>
        <source>Seat position</source>
        <translation>وضع المقعد</translation>
    </message>
    <message>
        <source>Forward and back</source>
        <translation>إلى الأمام والخلف</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>الارتفاع</translation>
    </message>
    <message>
        <source>Backrest</source>
        <translation>مسند الظهر</translation>
    </message>
    <message>
        <source>Lumbar support</source>
        <translation>دعم أسفل الظهر</translation>
    </message>
</context>
<context>
    <name>SeatButton</name>
    <message>
        <source>Heating %1</source>
        <translation>تدفئة %1</translation>
    </message>
    <message>
        <source>Ventilation %1</source>
        <translation>تهوية %1</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>إيقاف</translation>
    </message>
</context>
<context>
    <name>SeatMassage</name>
    <message>
        <source>Massage</source>
        <translation>تدليك</translation>
    </message>
    <message>
        <source>Massage %1</source>
        <translation>تدليك %1</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>إيقاف</translation>
    </message>
</context>
<context>
    <name>SeatMemory</name>
    <message>
        <source>Stored place %1</source>
        <translation>الوضع المحفوظ %1</translation>
    </message>
    <message>
        <source>Tap to go there. Hold to store.</source>
        <translation>انقر للاستدعاء. اضغط مطولًا للحفظ.</translation>
    </message>
</context>
<context>
    <name>SeatsSection</name>
    <message>
        <source>Driver</source>
        <translation>السائق</translation>
    </message>
    <message>
        <source>Passenger</source>
        <translation>الراكب</translation>
    </message>
</context>
<context>
    <name>SectionLoader</name>
    <message>
        <source>The car does not answer</source>
        <translation>السيارة لا تستجيب</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>Climate</source>
        <translation>المناخ</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>المقاعد</translation>
    </message>
    <message>
        <source>Doors</source>
        <translation>الأبواب</translation>
    </message>
    <message>
        <source>Lights</source>
        <translation>الأضواء</translation>
    </message>
    <message>
        <source>Driving</source>
        <translation>القيادة</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>الطاقة</translation>
    </message>
    <message>
        <source>Tyres</source>
        <translation>الإطارات</translation>
    </message>
    <message>
        <source>Trips</source>
        <translation>الرحلات</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>التحذيرات</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>التشخيص</translation>
    </message>
    <message>
        <source>Recorder</source>
        <translation>المسجّل</translation>
    </message>
</context>
<context>
    <name>SeekBar</name>
    <message>
        <source>Position</source>
        <translation>الموضع</translation>
    </message>
</context>
<context>
    <name>ServiceCard</name>
    <message>
        <source>Next service</source>
        <translation>الصيانة القادمة</translation>
    </message>
    <message>
        <source>or %1</source>
        <translation>أو %1</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>مستحقة الآن</translation>
    </message>
    <message>
        <source>This car does not tell when.</source>
        <translation>هذه السيارة لا تخبر بالموعد.</translation>
    </message>
    <message>
        <source>Odometer</source>
        <translation>عداد المسافة</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message>
        <source>No sound device. Music plays silently.</source>
        <translation>لا يوجد جهاز صوت. تعمل الموسيقى بصمت.</translation>
    </message>
    <message>
        <source>No sound device. Phones are not heard.</source>
        <translation>لا يوجد جهاز صوت. لا يُسمع صوت الهواتف.</translation>
    </message>
    <message>
        <source>Sound is back.</source>
        <translation>عاد الصوت.</translation>
    </message>
    <message>
        <source>There is no music yet. Add a folder or plug in a USB stick.</source>
        <translation>لا توجد موسيقى بعد. أضف مجلدًا أو صِل ذاكرة USB.</translation>
    </message>
    <message>
        <source>The phone did not answer.</source>
        <translation>لم يستجب الهاتف.</translation>
    </message>
    <message>
        <source>The phone is gone.</source>
        <translation>اختفى الهاتف.</translation>
    </message>
    <message>
        <source>The connection to the phone was closed.</source>
        <translation>أُغلق الاتصال بالهاتف.</translation>
    </message>
    <message>
        <source>The phone closed the connection.</source>
        <translation>أغلق الهاتف الاتصال.</translation>
    </message>
    <message>
        <source>The phone refused this car. Allow it in the phone&apos;s developer settings.</source>
        <translation>رفض الهاتف هذه السيارة. اسمح بها في خيارات المطور.</translation>
    </message>
    <message>
        <source>The question on the phone was not answered. Allow this car there.</source>
        <translation>لم يُجب على السؤال في الهاتف. اسمح لهذه السيارة هناك.</translation>
    </message>
    <message>
        <source>Something answers there, but it is no phone.</source>
        <translation>هناك ما يستجيب، لكنه ليس هاتفًا.</translation>
    </message>
    <message>
        <source>Allow this car on the phone&apos;s screen.</source>
        <translation>اسمح لهذه السيارة على شاشة الهاتف.</translation>
    </message>
    <message>
        <source>The phone was unplugged.</source>
        <translation>فُصل الهاتف.</translation>
    </message>
    <message>
        <source>The phone is not here.</source>
        <translation>الهاتف ليس هنا.</translation>
    </message>
    <message>
        <source>The phone is away. The app returns with it.</source>
        <translation>الهاتف بعيد. يعود التطبيق معه.</translation>
    </message>
    <message>
        <source>The phone did not list its apps.</source>
        <translation>لم يرسل الهاتف قائمة تطبيقاته.</translation>
    </message>
    <message>
        <source>The phone did not list its apps in time.</source>
        <translation>لم يرسل الهاتف قائمة تطبيقاته في الوقت المناسب.</translation>
    </message>
    <message>
        <source>The phone took too long to open the app.</source>
        <translation>استغرق الهاتف وقتًا طويلًا لفتح التطبيق.</translation>
    </message>
    <message>
        <source>The phone did not show a picture of the app.</source>
        <translation>لم يعرض الهاتف صورة التطبيق.</translation>
    </message>
    <message>
        <source>The phone stopped showing the app.</source>
        <translation>توقف الهاتف عن عرض التطبيق.</translation>
    </message>
    <message>
        <source>The phone stopped sending pictures.</source>
        <translation>توقف الهاتف عن إرسال الصور.</translation>
    </message>
    <message>
        <source>The app was closed.</source>
        <translation>أُغلق التطبيق.</translation>
    </message>
    <message>
        <source>The app is not there yet.</source>
        <translation>التطبيق غير جاهز بعد.</translation>
    </message>
    <message>
        <source>Typing is for when the car is parked.</source>
        <translation>الكتابة متاحة عند التوقف فقط.</translation>
    </message>
    <message>
        <source>The car&apos;s data is away. It is being looked for.</source>
        <translation>بيانات السيارة غير متاحة. جارٍ البحث عنها.</translation>
    </message>
    <message>
        <source>Part of the car&apos;s data is away. It is being looked for.</source>
        <translation>جزء من بيانات السيارة غير متاح. يجري البحث عنه.</translation>
    </message>
    <message>
        <source>The recording has ended.</source>
        <translation>انتهى التسجيل.</translation>
    </message>
    <message>
        <source>Keys can be taught when the car is parked.</source>
        <translation>يمكن تعليم الأزرار والسيارة متوقفة.</translation>
    </message>
    <message>
        <source>There was no answer. Try again.</source>
        <translation>لا توجد استجابة. حاول مجددًا.</translation>
    </message>
    <message>
        <source>The vehicle does not answer.</source>
        <translation>السيارة لا تستجيب.</translation>
    </message>
    <message>
        <source>Not running right now. It comes back by itself.</source>
        <translation>لا يعمل الآن. سيعود تلقائيًا.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>جارٍ البدء…</translation>
    </message>
    <message>
        <source>It does not answer. Trying again.</source>
        <translation>لا يستجيب. جارٍ إعادة المحاولة.</translation>
    </message>
    <message>
        <source>The vehicle is silent. Waiting for it.</source>
        <translation>السيارة صامتة. بانتظارها.</translation>
    </message>
    <message>
        <source>The vehicle&apos;s network is disturbed. Trying again.</source>
        <translation>شبكة السيارة مضطربة. جارٍ إعادة المحاولة.</translation>
    </message>
    <message>
        <source>Not connected to the vehicle.</source>
        <translation>غير متصل بالسيارة.</translation>
    </message>
    <message>
        <source>There is a fault in the brakes. Stop where it is safe and have the car towed.</source>
        <translation>عطل في المكابح. توقف في مكان آمن واطلب سحب السيارة.</translation>
    </message>
    <message>
        <source>The brake fluid is low. Stop where it is safe and call for help.</source>
        <translation>سائل المكابح منخفض. توقف في مكان آمن واطلب المساعدة.</translation>
    </message>
    <message>
        <source>There is a fault in the steering. Stop where it is safe and have the car towed.</source>
        <translation>عطل في التوجيه. توقف في مكان آمن واطلب سحب السيارة.</translation>
    </message>
    <message>
        <source>The oil pressure is too low. Stop where it is safe and switch the engine off.</source>
        <translation>ضغط الزيت منخفض جدًا. توقف في مكان آمن وأطفئ المحرك.</translation>
    </message>
    <message>
        <source>The engine is too hot. Stop where it is safe and let it cool down.</source>
        <translation>المحرك ساخن جدًا. توقف في مكان آمن ودعه يبرد.</translation>
    </message>
    <message>
        <source>There is a fault in the drive. Drive gently to a workshop.</source>
        <translation>عطل في نظام الدفع. قد بلطف إلى الورشة.</translation>
    </message>
    <message>
        <source>The engine reports a fault. You can go on gently; have it looked at soon.</source>
        <translation>المحرك يبلغ عن عطل. تابع بلطف وافحصه قريبًا.</translation>
    </message>
    <message>
        <source>There is a fault in the airbags. They may not open; have them looked at soon.</source>
        <translation>عطل في الوسائد الهوائية. قد لا تنفتح؛ افحصها قريبًا.</translation>
    </message>
    <message>
        <source>The 12 V battery is not charged. Stop where it is safe; it may not start again.</source>
        <translation>بطارية 12 فولت لا تُشحن. توقف بأمان؛ قد لا تعمل مجددًا.</translation>
    </message>
    <message>
        <source>The car cannot go on. Stop where it is safe and call for help.</source>
        <translation>لا يمكن للسيارة المتابعة. توقف في مكان آمن واطلب المساعدة.</translation>
    </message>
    <message>
        <source>The driver&apos;s door is open. Stop where it is safe and close it.</source>
        <translation>باب السائق مفتوح. توقف في مكان آمن وأغلقه.</translation>
    </message>
    <message>
        <source>The driver&apos;s door is open.</source>
        <translation>باب السائق مفتوح.</translation>
    </message>
    <message>
        <source>The front passenger&apos;s door is open. Stop where it is safe and close it.</source>
        <translation>باب الراكب الأمامي مفتوح. توقف في مكان آمن وأغلقه.</translation>
    </message>
    <message>
        <source>The front passenger&apos;s door is open.</source>
        <translation>باب الراكب الأمامي مفتوح.</translation>
    </message>
    <message>
        <source>The rear door on the driver&apos;s side is open. Stop safely and close it.</source>
        <translation>الباب الخلفي بجانب السائق مفتوح. توقف بأمان وأغلقه.</translation>
    </message>
    <message>
        <source>The rear door on the driver&apos;s side is open.</source>
        <translation>الباب الخلفي بجانب السائق مفتوح.</translation>
    </message>
    <message>
        <source>The rear door on the passenger&apos;s side is open. Stop safely and close it.</source>
        <translation>الباب الخلفي بجانب الراكب مفتوح. توقف بأمان وأغلقه.</translation>
    </message>
    <message>
        <source>The rear door on the passenger&apos;s side is open.</source>
        <translation>الباب الخلفي بجانب الراكب مفتوح.</translation>
    </message>
    <message>
        <source>The bonnet is open. Stop where it is safe and close it.</source>
        <translation>غطاء المحرك مفتوح. توقف في مكان آمن وأغلقه.</translation>
    </message>
    <message>
        <source>The bonnet is open.</source>
        <translation>غطاء المحرك مفتوح.</translation>
    </message>
    <message>
        <source>The boot is open. Stop where it is safe and close it.</source>
        <translation>الصندوق الخلفي مفتوح. توقف في مكان آمن وأغلقه.</translation>
    </message>
    <message>
        <source>The boot is open.</source>
        <translation>الصندوق الخلفي مفتوح.</translation>
    </message>
    <message>
        <source>The front boot is open. Stop where it is safe and close it.</source>
        <translation>الصندوق الأمامي مفتوح. توقف في مكان آمن وأغلقه.</translation>
    </message>
    <message>
        <source>The front boot is open.</source>
        <translation>الصندوق الأمامي مفتوح.</translation>
    </message>
    <message>
        <source>Your seat belt is not fastened. Please fasten it.</source>
        <translation>حزام أمانك غير مربوط. اربطه من فضلك.</translation>
    </message>
    <message>
        <source>The front passenger&apos;s seat belt is not fastened. Please fasten it.</source>
        <translation>حزام الراكب الأمامي غير مربوط. اربطه من فضلك.</translation>
    </message>
    <message>
        <source>The front left tyre is losing air fast. Slow down gently and stop safely.</source>
        <translation>الإطار الأمامي الأيسر يفقد الهواء بسرعة. أبطئ بلطف وتوقف بأمان.</translation>
    </message>
    <message>
        <source>The front right tyre is losing air fast. Slow down gently and stop safely.</source>
        <translation>الإطار الأمامي الأيمن يفقد الهواء بسرعة. أبطئ بلطف وتوقف بأمان.</translation>
    </message>
    <message>
        <source>The rear left tyre is losing air fast. Slow down gently and stop safely.</source>
        <translation>الإطار الخلفي الأيسر يفقد الهواء بسرعة. أبطئ بلطف وتوقف بأمان.</translation>
    </message>
    <message>
        <source>The rear right tyre is losing air fast. Slow down gently and stop safely.</source>
        <translation>الإطار الخلفي الأيمن يفقد الهواء بسرعة. أبطئ بلطف وتوقف بأمان.</translation>
    </message>
    <message>
        <source>The front left tyre is low on air. Fill it up at the next stop.</source>
        <translation>ضغط الإطار الأمامي الأيسر منخفض. انفخه عند التوقف القادم.</translation>
    </message>
    <message>
        <source>The front right tyre is low on air. Fill it up at the next stop.</source>
        <translation>ضغط الإطار الأمامي الأيمن منخفض. انفخه عند التوقف القادم.</translation>
    </message>
    <message>
        <source>The rear left tyre is low on air. Fill it up at the next stop.</source>
        <translation>ضغط الإطار الخلفي الأيسر منخفض. انفخه عند التوقف القادم.</translation>
    </message>
    <message>
        <source>The rear right tyre is low on air. Fill it up at the next stop.</source>
        <translation>ضغط الإطار الخلفي الأيمن منخفض. انفخه عند التوقف القادم.</translation>
    </message>
    <message>
        <source>The battery is nearly empty. Charge at once or stop where it is safe.</source>
        <translation>البطارية شبه فارغة. اشحنها فورًا أو توقف في مكان آمن.</translation>
    </message>
    <message>
        <source>The battery is low. Charge soon.</source>
        <translation>البطارية منخفضة. اشحنها قريبًا.</translation>
    </message>
    <message>
        <source>The battery is too hot. Stop where it is safe, get out and keep away.</source>
        <translation>البطارية ساخنة جدًا. توقف بأمان واخرج وابتعد.</translation>
    </message>
    <message>
        <source>The fuel is low. Fill up soon.</source>
        <translation>الوقود منخفض. املأ الخزان قريبًا.</translation>
    </message>
    <message>
        <source>The car does not get much further. Charge or fill up soon.</source>
        <translation>لن تسير السيارة بعيدًا. اشحنها أو املأ الخزان قريبًا.</translation>
    </message>
    <message>
        <source>The AdBlue is low. Fill it up soon, or the engine will not start again.</source>
        <translation>مستوى AdBlue منخفض. املأه قريبًا وإلا لن يعمل المحرك مجددًا.</translation>
    </message>
    <message>
        <source>There is hardly any oil left. Stop where it is safe and fill up oil.</source>
        <translation>لم يبق زيت تقريبًا. توقف في مكان آمن وأضف زيتًا.</translation>
    </message>
    <message>
        <source>The oil is low. Fill up oil at the next stop.</source>
        <translation>الزيت منخفض. أضف زيتًا عند التوقف القادم.</translation>
    </message>
    <message>
        <source>The oil is very hot. Drive gently until it has cooled down.</source>
        <translation>الزيت ساخن جدًا. قد بلطف حتى يبرد.</translation>
    </message>
    <message>
        <source>The 12 V battery is weak. Have it looked at soon; the car may not start again.</source>
        <translation>بطارية 12 فولت ضعيفة. افحصها قريبًا؛ قد لا تعمل السيارة مجددًا.</translation>
    </message>
    <message>
        <source>The brake pads are worn. Have them replaced soon.</source>
        <translation>بطانات المكابح متآكلة. استبدلها قريبًا.</translation>
    </message>
    <message>
        <source>The parking brake is on. Stop where it is safe and release it.</source>
        <translation>فرامل الوقوف مشدودة. توقف في مكان آمن وحررها.</translation>
    </message>
    <message>
        <source>The washer fluid is low. Fill it up when you can.</source>
        <translation>سائل غسل الزجاج منخفض. املأه عندما يمكنك.</translation>
    </message>
    <message>
        <source>A service is due. Please make an appointment with a workshop.</source>
        <translation>حان موعد الصيانة. احجز موعدًا في الورشة من فضلك.</translation>
    </message>
    <message>
        <source>A service is due soon. Please make an appointment with a workshop.</source>
        <translation>اقترب موعد الصيانة. احجز موعدًا في الورشة من فضلك.</translation>
    </message>
    <message>
        <source>It is cold outside. The road may be icy.</source>
        <translation>الجو بارد في الخارج. قد يكون الطريق جليديًا.</translation>
    </message>
    <message>
        <source>You seem tired. Please take a break.</source>
        <translation>تبدو متعبًا. خذ استراحة من فضلك.</translation>
    </message>
    <message>
        <source>Danger ahead. Brake.</source>
        <translation>خطر أمامك. افرمل.</translation>
    </message>
    <message>
        <source>The stability control is switched off.</source>
        <translation>نظام الثبات متوقف.</translation>
    </message>
    <message>
        <source>Some of the car&apos;s data is away. Warnings may be missing until it is back.</source>
        <translation>بعض بيانات السيارة غائبة. قد تنقص التحذيرات حتى تعود.</translation>
    </message>
    <message>
        <source>The codes have not been read yet.</source>
        <translation>لم تُقرأ الرموز بعد.</translation>
    </message>
    <message>
        <source>This was not asked for. Ask again.</source>
        <translation>لم يُطلب هذا. اطلب مجدداً.</translation>
    </message>
    <message>
        <source>It took too long to confirm. Ask again.</source>
        <translation>تأخر التأكيد. اطلب مجدداً.</translation>
    </message>
    <message>
        <source>Codes are being cleared. Wait a moment.</source>
        <translation>يجري مسح الرموز. انتظر لحظة.</translation>
    </message>
    <message>
        <source>The codes are being read. Wait a moment.</source>
        <translation>تجري قراءة الرموز. انتظر لحظة.</translation>
    </message>
    <message>
        <source>The car&apos;s control units do not answer.</source>
        <translation>وحدات تحكم السيارة لا تستجيب.</translation>
    </message>
    <message>
        <source>Whether the car is parked is not known. Nothing was cleared.</source>
        <translation>لا يُعرف إن كانت السيارة متوقفة. لم يُمسح شيء.</translation>
    </message>
    <message>
        <source>Codes are cleared only while the car is parked.</source>
        <translation>تُمسح الرموز فقط عند الوقوف.</translation>
    </message>
    <message>
        <source>The car did not clear its codes. Switch the ignition on, engine off, and try again.</source>
        <translation>لم تمسح السيارة رموزها. شغّل الإشعال وأطفئ المحرك ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>What is known about the codes could not be kept. Nothing was cleared.</source>
        <translation>تعذّر حفظ بيانات الرموز. لم يُمسح شيء.</translation>
    </message>
    <message>
        <source>Another program is using the dongle.</source>
        <translation>برنامج آخر يستخدم المحوّل.</translation>
    </message>
    <message>
        <source>The dongle closed the connection.</source>
        <translation>أنهى المحوّل الاتصال.</translation>
    </message>
    <message>
        <source>The dongle is connecting to your phone.</source>
        <translation>المحوّل يتصل بهاتفك.</translation>
    </message>
    <message>
        <source>Connect your phone to the dongle: by cable, or in the phone&apos;s Bluetooth settings.</source>
        <translation>صِل هاتفك بالمحوّل: بالكبل، أو من إعدادات البلوتوث في الهاتف.</translation>
    </message>
    <message>
        <source>This dongle encrypts what it sends. Only dongles that do not are supported.</source>
        <translation>هذا المحوّل يشفّر بياناته، ولا تُدعم إلا المحوّلات التي لا تشفّرها.</translation>
    </message>
    <message>
        <source>This unit may not use the dongle. Install 60-pillion-carlinkit.rules, and plug the dongle in again.</source>
        <translation>لا يُسمح لهذه الوحدة باستخدام المحوّل. ثبّت 60-pillion-carlinkit.rules ثم أعد توصيل المحوّل.</translation>
    </message>
    <message>
        <source>The dongle was unplugged.</source>
        <translation>فُصل المحوّل.</translation>
    </message>
    <message>
        <source>The dongle sent something that no dongle sends. It is connected again.</source>
        <translation>أرسل المحوّل بيانات غير صالحة. تجري إعادة الاتصال به.</translation>
    </message>
    <message>
        <source>Write the address of the dongle as usb, usb:BUS-PORT or tcp://host:port.</source>
        <translation>اكتب عنوان المحوّل بالشكل usb أو usb:BUS-PORT أو tcp://host:port.</translation>
    </message>
    <message>
        <source>The dongle does not answer. Unplug it and plug it in again.</source>
        <translation>المحوّل لا يستجيب. افصله ثم أعد توصيله.</translation>
    </message>
    <message>
        <source>This USB device is no dongle that Pillion knows.</source>
        <translation>جهاز USB هذا ليس محوّلًا يعرفه Pillion.</translation>
    </message>
    <message>
        <source>USB is not available on this computer: libusb 1.0 is missing.</source>
        <translation>لا يتوفر USB على هذا الحاسوب: مكتبة libusb 1.0 مفقودة.</translation>
    </message>
    <message>
        <source>The phone and the dongle did not agree. Disconnect the phone, and connect it again.</source>
        <translation>لم يتفق الهاتف والمحوّل. افصل الهاتف ثم أعد توصيله.</translation>
    </message>
    <message>
        <source>The phone was disconnected from the dongle.</source>
        <translation>فُصل الهاتف عن المحوّل.</translation>
    </message>
    <message>
        <source>The dongle is looking for your phone.</source>
        <translation>المحوّل يبحث عن هاتفك.</translation>
    </message>
    <message>
        <source>The dongle stopped answering. Unplug it and plug it in again if it does not come back.</source>
        <translation>توقف المحوّل عن الاستجابة. إن لم يعد، فافصله ثم أعد توصيله.</translation>
    </message>
    <message>
        <source>The dongle takes no more data. Unplug it and plug it in again.</source>
        <translation>لم يعد المحوّل يقبل البيانات. افصله ثم أعد توصيله.</translation>
    </message>
    <message>
        <source>The phone is starting its picture.</source>
        <translation>الهاتف يبدأ عرض الصورة.</translation>
    </message>
    <message>
        <source>The phone is connected, but sends no picture. Look whether it is unlocked.</source>
        <translation>الهاتف متصل لكنه لا يرسل صورة. تحقّق من أنه غير مقفل.</translation>
    </message>
    <message>
        <source>Write the phone&apos;s address as 192.168.1.20, usb:BUS-PORT or bt:00:11:22:33:44:55.</source>
        <translation>اكتب عنوان الهاتف بالشكل 192.168.1.20 أو usb:BUS-PORT أو bt:00:11:22:33:44:55.</translation>
    </message>
    <message>
        <source>The phone does not answer. Look whether it is in the same Wi-Fi.</source>
        <translation>الهاتف لا يجيب. تحقق من أنه على شبكة Wi-Fi نفسها.</translation>
    </message>
    <message>
        <source>The phone does not take the connection. Start its head unit server in the developer settings of Android Auto.</source>
        <translation>الهاتف لا يقبل الاتصال. شغّل خادم وحدة الرأس في إعدادات المطوّر لتطبيق Android Auto.</translation>
    </message>
    <message>
        <source>The phone cannot be reached.</source>
        <translation>لا يمكن الوصول إلى الهاتف.</translation>
    </message>
    <message>
        <source>The connection to the phone broke off.</source>
        <translation>انقطع الاتصال بالهاتف.</translation>
    </message>
    <message>
        <source>The phone sent something that Android Auto does not send.</source>
        <translation>أرسل الهاتف شيئًا لا يرسله Android Auto.</translation>
    </message>
    <message>
        <source>The phone did not understand what the car said.</source>
        <translation>لم يفهم الهاتف ما قالته السيارة.</translation>
    </message>
    <message>
        <source>The phone did not answer. Look whether Android Auto is allowed on it, and whether it is unlocked.</source>
        <translation>لم يجب الهاتف. تحقق من أن Android Auto مسموح به عليه ومن أنه غير مقفل.</translation>
    </message>
    <message>
        <source>The phone speaks another version of Android Auto. Set android_auto_version to the one that it speaks.</source>
        <translation>يستخدم الهاتف إصدارًا آخر من Android Auto. اضبط android_auto_version على إصداره.</translation>
    </message>
    <message>
        <source>The phone ended the connection before it said a word.</source>
        <translation>أنهى الهاتف الاتصال قبل أن يقول أي شيء.</translation>
    </message>
    <message>
        <source>The phone did not finish setting up encryption.</source>
        <translation>لم يُكمل الهاتف إعداد التشفير.</translation>
    </message>
    <message>
        <source>Encryption with the phone failed.</source>
        <translation>فشل التشفير مع الهاتف.</translation>
    </message>
    <message>
        <source>The phone does not accept this car&apos;s certificate. It may only take cars that are certified.</source>
        <translation>لا يقبل الهاتف شهادة هذه السيارة. قد لا يقبل إلا السيارات المعتمدة.</translation>
    </message>
    <message>
        <source>By the phone&apos;s clock, this car&apos;s certificate is not valid yet.</source>
        <translation>بحسب ساعة الهاتف، لم تصبح شهادة هذه السيارة صالحة بعد.</translation>
    </message>
    <message>
        <source>By the phone&apos;s clock, this car&apos;s certificate has expired.</source>
        <translation>بحسب ساعة الهاتف، انتهت صلاحية شهادة هذه السيارة.</translation>
    </message>
    <message>
        <source>The phone ended the connection when it had seen this car&apos;s certificate.</source>
        <translation>أنهى الهاتف الاتصال بعد أن رأى شهادة هذه السيارة.</translation>
    </message>
    <message>
        <source>The file with this car&apos;s certificate cannot be used.</source>
        <translation>لا يمكن استخدام ملف شهادة هذه السيارة.</translation>
    </message>
    <message>
        <source>That is no certificate with its key: both are needed, in PEM, without a password.</source>
        <translation>هذه ليست شهادة مع مفتاحها: كلاهما مطلوب، بصيغة PEM ومن دون كلمة مرور.</translation>
    </message>
    <message>
        <source>Look at the phone: it asks whether this car may be used, or wants to be unlocked.</source>
        <translation>انظر إلى الهاتف: يسأل عمّا إذا كان يُسمح باستخدام هذه السيارة، أو يحتاج إلى فتح القفل.</translation>
    </message>
    <message>
        <source>The phone did not go on. Look at it: it may ask for something.</source>
        <translation>لم يتابع الهاتف. انظر إليه: قد يطلب شيئًا.</translation>
    </message>
    <message>
        <source>The screen has another shape now.</source>
        <translation>تغيّر شكل الشاشة.</translation>
    </message>
    <message>
        <source>The phone ended the connection.</source>
        <translation>أنهى الهاتف الاتصال.</translation>
    </message>
    <message>
        <source>The phone went to another car or another connection.</source>
        <translation>انتقل الهاتف إلى سيارة أخرى أو اتصال آخر.</translation>
    </message>
    <message>
        <source>The phone does not support this car.</source>
        <translation>لا يدعم الهاتف هذه السيارة.</translation>
    </message>
    <message>
        <source>The phone cannot be shown now.</source>
        <translation>لا يمكن عرض الهاتف الآن.</translation>
    </message>
    <message>
        <source>The phone only looked whether the car is there.</source>
        <translation>تحقق الهاتف فقط من وجود السيارة.</translation>
    </message>
    <message>
        <source>Wireless Android Auto is not switched on in this car.</source>
        <translation>Android Auto اللاسلكي غير مفعّل في هذه السيارة.</translation>
    </message>
    <message>
        <source>The car&apos;s Bluetooth is not there.</source>
        <translation>بلوتوث السيارة غير متاح.</translation>
    </message>
    <message>
        <source>Bluetooth to the phone broke off.</source>
        <translation>انقطع البلوتوث مع الهاتف.</translation>
    </message>
    <message>
        <source>The phone did not come. Connect it by Bluetooth, and allow wireless Android Auto on it.</source>
        <translation>لم يتصل الهاتف. صِله بالبلوتوث واسمح عليه بـ Android Auto اللاسلكي.</translation>
    </message>
    <message>
        <source>The phone could not join the car&apos;s Wi-Fi: the password did not fit.</source>
        <translation>تعذّر على الهاتف الانضمام إلى Wi-Fi السيارة: كلمة المرور غير صحيحة.</translation>
    </message>
    <message>
        <source>The phone&apos;s Wi-Fi is off. Switch it on.</source>
        <translation>شبكة Wi-Fi في الهاتف متوقفة. شغّلها.</translation>
    </message>
    <message>
        <source>The phone did not join the car&apos;s Wi-Fi.</source>
        <translation>لم ينضم الهاتف إلى Wi-Fi السيارة.</translation>
    </message>
    <message>
        <source>The phone joined the car&apos;s Wi-Fi, but did not connect.</source>
        <translation>انضم الهاتف إلى Wi-Fi السيارة، لكنه لم يتصل.</translation>
    </message>
    <message>
        <source>The car&apos;s Wi-Fi could not be made.</source>
        <translation>تعذّر إنشاء Wi-Fi السيارة.</translation>
    </message>
    <message>
        <source>The car&apos;s Wi-Fi did not come up. Its adapter may not be able to be an access point.</source>
        <translation>لم تعمل شبكة Wi-Fi السيارة. قد لا يستطيع محوّلها العمل كنقطة وصول.</translation>
    </message>
    <message>
        <source>The car has no Wi-Fi adapter that NetworkManager may use.</source>
        <translation>لا يوجد في السيارة محوّل Wi-Fi يمكن لـ NetworkManager استخدامه.</translation>
    </message>
    <message>
        <source>USB cannot be used on this computer: libusb 1.0 is missing.</source>
        <translation>لا يمكن استخدام USB على هذا الحاسوب: مكتبة libusb 1.0 غير موجودة.</translation>
    </message>
    <message>
        <source>The phone does not answer on USB.</source>
        <translation>الهاتف لا يجيب عبر USB.</translation>
    </message>
    <message>
        <source>The phone is no longer plugged in.</source>
        <translation>لم يعد الهاتف موصولًا.</translation>
    </message>
    <message>
        <source>What is plugged in is no phone that takes accessories.</source>
        <translation>ما تم توصيله ليس هاتفًا يقبل الملحقات.</translation>
    </message>
    <message>
        <source>The phone did not come back as an accessory. Unplug it, and plug it in again.</source>
        <translation>لم يعد الهاتف بوضع الملحقات. افصله ثم صِله من جديد.</translation>
    </message>
    <message>
        <source>The phone&apos;s accessory cannot be opened.</source>
        <translation>لا يمكن فتح واجهة الملحقات في الهاتف.</translation>
    </message>
    <message>
        <source>This unit may not use phones on USB: the udev rule for them is missing.</source>
        <translation>لا يُسمح لهذه الوحدة باستخدام الهواتف على USB: قاعدة udev الخاصة بها غير موجودة.</translation>
    </message>
    <message>
        <source>The connection broke off.</source>
        <translation>انقطع الاتصال.</translation>
    </message>
    <message>
        <source>The phone says too much at once.</source>
        <translation>يرسل الهاتف معلومات أكثر من اللازم دفعة واحدة.</translation>
    </message>
    <message>
        <source>The phone did not finish connecting in time.</source>
        <translation>لم يُكمل الهاتف الاتصال في الوقت المناسب.</translation>
    </message>
    <message>
        <source>The phone is away. It returns by itself.</source>
        <translation>الهاتف غير موجود. سيعود تلقائيًا.</translation>
    </message>
    <message>
        <source>The phone is not there yet.</source>
        <translation>الهاتف ليس موجودًا بعد.</translation>
    </message>
    <message>
        <source>The connection to the phone was lost. It comes back by itself.</source>
        <translation>فُقد الاتصال بالهاتف. سيعود تلقائيًا.</translation>
    </message>
    <message>
        <source>The phone service was stopped.</source>
        <translation>توقفت خدمة الهاتف.</translation>
    </message>
    <message>
        <source>This cannot be done with this kind of phone.</source>
        <translation>لا يمكن فعل ذلك مع هذا النوع من الهواتف.</translation>
    </message>
    <message>
        <source>This way to the phone is starting. Try again.</source>
        <translation>طريقة الاتصال هذه قيد البدء. حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>This unit was made without it.</source>
        <translation>صُنع هذا الجهاز دون هذه الميزة.</translation>
    </message>
    <message>
        <source>Phones are silent: the sound service does not run.</source>
        <translation>الهواتف صامتة: خدمة الصوت لا تعمل.</translation>
    </message>
    <message>
        <source>The phone decides that by itself.</source>
        <translation>الهاتف هو من يحدد ذلك.</translation>
    </message>
    <message>
        <source>Apps of an Android phone</source>
        <translation>تطبيقات هاتف أندرويد</translation>
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
        <translation>CarPlay عبر محوّل</translation>
    </message>
    <message>
        <source>Remote screen (VNC)</source>
        <translation>شاشة بعيدة (VNC)</translation>
    </message>
    <message>
        <source>AirPlay</source>
        <translation>AirPlay</translation>
    </message>
    <message>
        <source>The phone&apos;s address, such as 192.168.1.20:5555</source>
        <translation>عنوان الهاتف، مثل 192.168.1.20:5555</translation>
    </message>
    <message>
        <source>The phone&apos;s address; its head-unit server has to be started in the developer settings of Android Auto</source>
        <translation>عنوان الهاتف؛ يجب تشغيل خادم وحدة السيارة في إعدادات المطوّر في Android Auto</translation>
    </message>
    <message>
        <source>The phone&apos;s address in the same Wi-Fi</source>
        <translation>عنوان الهاتف على شبكة Wi-Fi نفسها</translation>
    </message>
    <message>
        <source>The address of the phone or computer, such as 192.168.1.20:5900</source>
        <translation>عنوان الهاتف أو الحاسوب، مثل 192.168.1.20:5900</translation>
    </message>
    <message>
        <source>Write the phone&apos;s address as 192.168.1.20, adb:SERIAL or usb:BUS-PORT.</source>
        <translation>اكتب عنوان الهاتف بالصيغة 192.168.1.20 أو adb:SERIAL أو usb:BUS-PORT.</translation>
    </message>
    <message>
        <source>CarLife is in the background on the phone. Open CarLife there to see it here.</source>
        <translation>CarLife في الخلفية على الهاتف. افتح CarLife هناك لتراه هنا.</translation>
    </message>
    <message>
        <source>The phone sent a key that the car cannot read.</source>
        <translation>أرسل الهاتف مفتاحًا لا تستطيع السيارة قراءته.</translation>
    </message>
    <message>
        <source>The phone does not let CarLife show its screen. Allow screen recording for CarLife on the phone.</source>
        <translation>لا يسمح الهاتف لـ CarLife بعرض شاشته. اسمح بتسجيل الشاشة لـ CarLife على الهاتف.</translation>
    </message>
    <message>
        <source>CarLife on this phone cannot send a picture: its video encoder failed.</source>
        <translation>لا يستطيع CarLife على هذا الهاتف إرسال صورة: تعطل مُرمِّز الفيديو.</translation>
    </message>
    <message>
        <source>CarLife was closed on the phone.</source>
        <translation>أُغلق CarLife على الهاتف.</translation>
    </message>
    <message>
        <source>The phone floods the car with messages.</source>
        <translation>يُغرق الهاتف السيارة بالرسائل.</translation>
    </message>
    <message>
        <source>The phone stopped taking what the car sends.</source>
        <translation>توقف الهاتف عن استقبال ما ترسله السيارة.</translation>
    </message>
    <message>
        <source>The phone wanted to encrypt, and did not send its key in time.</source>
        <translation>أراد الهاتف التشفير ولم يرسل مفتاحه في الوقت المناسب.</translation>
    </message>
    <message>
        <source>The phone&apos;s screen is off. Unlock the phone to see CarLife here.</source>
        <translation>شاشة الهاتف مطفأة. افتح قفل الهاتف لترى CarLife هنا.</translation>
    </message>
    <message>
        <source>No CarLife answers there. Open CarLife on the phone; both have to be in the same network.</source>
        <translation>لا يستجيب CarLife هناك. افتح CarLife على الهاتف؛ يجب أن يكون كلاهما في الشبكة نفسها.</translation>
    </message>
    <message>
        <source>The phone sent something that CarLife does not send.</source>
        <translation>أرسل الهاتف شيئًا لا يرسله CarLife.</translation>
    </message>
    <message>
        <source>CarLife does not answer. Open CarLife on the phone, and allow the connection there.</source>
        <translation>لا يستجيب CarLife. افتح CarLife على الهاتف واسمح بالاتصال هناك.</translation>
    </message>
    <message>
        <source>CarLife does not run on the phone. Open it there.</source>
        <translation>CarLife لا يعمل على الهاتف. افتحه هناك.</translation>
    </message>
    <message>
        <source>CarLife on the phone does not encrypt, and this car is set to require it.</source>
        <translation>CarLife على الهاتف لا يشفّر، وهذه السيارة مضبوطة على طلب التشفير.</translation>
    </message>
    <message>
        <source>CarLife did not start its picture. Close CarLife on the phone, and open it again.</source>
        <translation>لم يبدأ CarLife عرض صورته. أغلق CarLife على الهاتف ثم افتحه من جديد.</translation>
    </message>
    <message>
        <source>CarLife on the phone does not speak this car&apos;s version. Update CarLife on the phone.</source>
        <translation>CarLife على الهاتف لا يدعم إصدار هذه السيارة. حدّث CarLife على الهاتف.</translation>
    </message>
    <message>
        <source>CarLife may not show the phone&apos;s screen yet. Allow it on the phone.</source>
        <translation>لا يُسمح لـ CarLife بعد بعرض شاشة الهاتف. اسمح بذلك على الهاتف.</translation>
    </message>
    <message>
        <source>CarLife reports a problem on the phone.</source>
        <translation>يبلغ CarLife عن مشكلة على الهاتف.</translation>
    </message>
    <message>
        <source>CarLife on the phone does not accept this car: it does not know the car&apos;s channel id.</source>
        <translation>CarLife على الهاتف لا يقبل هذه السيارة: لا يعرف رقم قناتها.</translation>
    </message>
    <message>
        <source>The phone has said nothing for some seconds.</source>
        <translation>لم يرسل الهاتف شيئًا منذ بضع ثوانٍ.</translation>
    </message>
    <message>
        <source>The phone did not answer over adb in time.</source>
        <translation>لم يستجب الهاتف عبر adb في الوقت المناسب.</translation>
    </message>
    <message>
        <source>What the phone sent encrypted could not be read.</source>
        <translation>تعذرت قراءة ما أرسله الهاتف مشفّرًا.</translation>
    </message>
    <message>
        <source>AirPlay needs the service avahi-daemon on this unit.</source>
        <translation>يحتاج AirPlay إلى خدمة avahi-daemon على هذا الجهاز.</translation>
    </message>
    <message>
        <source>No VNC server answers at this address.</source>
        <translation>لا يستجيب أي خادم VNC على هذا العنوان.</translation>
    </message>
    <message>
        <source>On the iPhone, open Control Centre, then Screen Mirroring, and choose this car.</source>
        <translation>على iPhone، افتح مركز التحكم ثم انعكاس الشاشة، واختر هذه السيارة.</translation>
    </message>
    <message>
        <source>The encrypted connection could not be made.</source>
        <translation>تعذر إنشاء الاتصال المشفّر.</translation>
    </message>
    <message>
        <source>The password is not the phone&apos;s.</source>
        <translation>كلمة المرور ليست صحيحة.</translation>
    </message>
    <message>
        <source>The phone asks for a password.</source>
        <translation>يطلب الهاتف كلمة مرور.</translation>
    </message>
    <message>
        <source>The phone does not answer.</source>
        <translation>الهاتف لا يستجيب.</translation>
    </message>
    <message>
        <source>The phone had a certificate before and has none now. Somebody may be in between.</source>
        <translation>كان للهاتف شهادة من قبل وليست لديه الآن. قد يكون هناك من يعترض الاتصال.</translation>
    </message>
    <message>
        <source>The phone has stopped answering.</source>
        <translation>توقف الهاتف عن الاستجابة.</translation>
    </message>
    <message>
        <source>The phone only knows ways to log in that are not known here.</source>
        <translation>لا يعرف الهاتف إلا طرق دخول غير معروفة هنا.</translation>
    </message>
    <message>
        <source>The phone refused the connection.</source>
        <translation>رفض الهاتف الاتصال.</translation>
    </message>
    <message>
        <source>The phone sent something that no VNC server sends.</source>
        <translation>أرسل الهاتف شيئًا لا يرسله أي خادم VNC.</translation>
    </message>
    <message>
        <source>The phone shows another certificate than before. Somebody may be in between.</source>
        <translation>يعرض الهاتف شهادة مختلفة عن السابقة. قد يكون هناك من يعترض الاتصال.</translation>
    </message>
    <message>
        <source>The phone stopped in the middle of its answer.</source>
        <translation>توقف الهاتف في منتصف إجابته.</translation>
    </message>
    <message>
        <source>The phone&apos;s VNC server is too old.</source>
        <translation>خادم VNC في الهاتف قديم جدًا.</translation>
    </message>
    <message>
        <source>The phone&apos;s picture cannot be decoded.</source>
        <translation>لا يمكن فك ترميز صورة الهاتف.</translation>
    </message>
    <message>
        <source>UxPlay could not be started.</source>
        <translation>تعذر تشغيل UxPlay.</translation>
    </message>
    <message>
        <source>UxPlay did not start in time.</source>
        <translation>لم يبدأ UxPlay في الوقت المحدد.</translation>
    </message>
    <message>
        <source>UxPlay ended by itself. It is started again.</source>
        <translation>توقف UxPlay من تلقاء نفسه. تتم إعادة تشغيله.</translation>
    </message>
    <message>
        <source>UxPlay is not installed on this unit.</source>
        <translation>UxPlay غير مثبّت على هذا الجهاز.</translation>
    </message>
    <message>
        <source>UxPlay lacks a part of GStreamer: install gstreamer1.0-plugins-bad and gstreamer1.0-libav.</source>
        <translation>ينقص UxPlay جزء من GStreamer: ثبّت gstreamer1.0-plugins-bad و gstreamer1.0-libav.</translation>
    </message>
    <message>
        <source>UxPlay&apos;s picture is not in the form that was asked for.</source>
        <translation>صورة UxPlay ليست بالصيغة المطلوبة.</translation>
    </message>
    <message>
        <source>What answers at this address is no VNC server.</source>
        <translation>ما يستجيب على هذا العنوان ليس خادم VNC.</translation>
    </message>
    <message>
        <source>The code was not the one on the phone. Let the phone show a new one and try again.</source>
        <translation>الرمز ليس هو المعروض على الهاتف. دع الهاتف يعرض رمزًا جديدًا وحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>No phone shows a pairing code in this network. Open &apos;Pair device with pairing code&apos; on the phone.</source>
        <translation>لا يعرض أي هاتف في هذه الشبكة رمز إقران. افتح «إقران الجهاز برمز الإقران» على الهاتف.</translation>
    </message>
    <message>
        <source>The phone ended the pairing. Its page with the code has to stay open.</source>
        <translation>أنهى الهاتف الإقران. يجب أن تبقى صفحة الرمز مفتوحة.</translation>
    </message>
    <message>
        <source>The phone stopped answering in the middle of the pairing.</source>
        <translation>توقف الهاتف عن الرد أثناء الإقران.</translation>
    </message>
    <message>
        <source>The phone does not know this car yet. Pair it: by its code or by the QR code.</source>
        <translation>الهاتف لا يعرف هذه السيارة بعد. أقرنه بالرمز أو برمز QR.</translation>
    </message>
    <message>
        <source>The QR code has expired. Show a new one.</source>
        <translation>انتهت صلاحية رمز QR. اعرض رمزًا جديدًا.</translation>
    </message>
    <message>
        <source>A pairing code has six digits.</source>
        <translation>رمز الإقران مكوّن من ستة أرقام.</translation>
    </message>
    <message>
        <source>Something answers there, but no phone that is waiting to be paired.</source>
        <translation>هناك من يرد، لكنه ليس هاتفًا ينتظر الإقران.</translation>
    </message>
    <message>
        <source>The phone answered the pairing with nonsense.</source>
        <translation>رد الهاتف على الإقران بما لا معنى له.</translation>
    </message>
    <message>
        <source>The phone is paired, but does not say how it can be found. Add it by the address on its page.</source>
        <translation>تم إقران الهاتف لكنه لا يخبر كيف يُعثر عليه. أضفه بالعنوان الظاهر في صفحته.</translation>
    </message>
    <message>
        <source>Copying texts is for when the car is parked.</source>
        <translation>نسخ النصوص متاح عند توقف السيارة.</translation>
    </message>
    <message>
        <source>Making room on the phone.</source>
        <translation>يجري إفساح المجال على الهاتف.</translation>
    </message>
    <message>
        <source>The Python package %1 is not installed on this unit.</source>
        <translation>حزمة Python ‏%1 غير مثبّتة على هذا الجهاز.</translation>
    </message>
    <message>
        <source>%1 is not installed on this unit.</source>
        <translation>‏%1 غير مثبّت على هذا الجهاز.</translation>
    </message>
    <message>
        <source>%1 is for when the car is parked.</source>
        <translation>‏%1 متاح عند التوقف فقط.</translation>
    </message>
    <message>
        <source>Pair your phone by Bluetooth. The code is %1.</source>
        <translation>اقرن هاتفك عبر البلوتوث. الرمز هو %1.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>System language</source>
        <translation>لغة النظام</translation>
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
        <translation>النظام</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>الترخيص</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings are away</source>
        <translation>الإعدادات غير متاحة الآن</translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>Waiting for the phone to scan the code…</source>
        <translation>في انتظار أن يمسح الهاتف الرمز…</translation>
    </message>
    <message>
        <source>Pairing…</source>
        <translation>جارٍ الإقران…</translation>
    </message>
    <message>
        <source>Paired. The phone comes by itself from now on.</source>
        <translation>تم الإقران. سيتصل الهاتف من تلقاء نفسه من الآن.</translation>
    </message>
    <message>
        <source>The phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>Phone found</source>
        <translation>العثور على الهاتف</translation>
    </message>
    <message>
        <source>Find the phone</source>
        <translation>العثور على الهاتف</translation>
    </message>
    <message>
        <source>{0} is here.</source>
        <translation>{0} موجود.</translation>
    </message>
    <message>
        <source>Switch on USB debugging and plug it in, or pair it with wireless debugging.</source>
        <translation>شغّل تصحيح USB وصِله بالكابل، أو أقرنه لاسلكيًا.</translation>
    </message>
    <message>
        <source>Car allowed</source>
        <translation>السماح للسيارة</translation>
    </message>
    <message>
        <source>Allow the car</source>
        <translation>السماح للسيارة</translation>
    </message>
    <message>
        <source>The phone knows this car.</source>
        <translation>الهاتف يعرف هذه السيارة.</translation>
    </message>
    <message>
        <source>The phone asks once whether this car may show its apps.</source>
        <translation>يسأل الهاتف مرة واحدة إن كان يُسمح لهذه السيارة بعرض تطبيقاته.</translation>
    </message>
    <message>
        <source>Helper in place</source>
        <translation>الملف المساعد موجود</translation>
    </message>
    <message>
        <source>Put the helper in place</source>
        <translation>وضع الملف المساعد</translation>
    </message>
    <message>
        <source>Apps open here</source>
        <translation>التطبيقات تُفتح هنا</translation>
    </message>
    <message>
        <source>Open an app</source>
        <translation>فتح تطبيق</translation>
    </message>
    <message>
        <source>Apps of the phone open here.</source>
        <translation>تُفتح تطبيقات الهاتف هنا.</translation>
    </message>
    <message>
        <source>Choose an app from the list.</source>
        <translation>اختر تطبيقًا من القائمة.</translation>
    </message>
    <message>
        <source>The phone has it already.</source>
        <translation>موجود على الهاتف بالفعل.</translation>
    </message>
    <message>
        <source>Version {0}, checked.</source>
        <translation>الإصدار {0}، تم فحصه.</translation>
    </message>
    <message>
        <source>Version {0}, not a file that was checked for this car.</source>
        <translation>الإصدار {0}، ليس ملفًا تم فحصه لهذه السيارة.</translation>
    </message>
    <message>
        <source>The file {0} of the scrcpy project is needed once.</source>
        <translation>يلزم الملف {0} من مشروع scrcpy مرة واحدة.</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>Unlock the phone. It asks whether this car may use USB debugging: tick &quot;Always allow&quot; and tap Allow.</source>
        <translation>افتح قفل الهاتف. سيسأل إن كان يُسمح لهذه السيارة باستخدام تصحيح USB: اختر «السماح دائمًا» ثم اضغط السماح.</translation>
    </message>
    <message>
        <source>Look at the phone</source>
        <translation>انظر إلى الهاتف</translation>
    </message>
    <message>
        <source>Show the apps</source>
        <translation>عرض التطبيقات</translation>
    </message>
    <message>
        <source>Choose an app: it opens on a screen of its own here, while the phone stays free.</source>
        <translation>اختر تطبيقًا: يُفتح هنا على شاشة خاصة به ويبقى الهاتف حرًا.</translation>
    </message>
    <message>
        <source>The phone is ready</source>
        <translation>الهاتف جاهز</translation>
    </message>
</context>
<context>
    <name>SetupSteps</name>
    <message>
        <source>Set up a phone</source>
        <translation>إعداد هاتف</translation>
    </message>
    <message>
        <source>Leave the set-up</source>
        <translation>مغادرة الإعداد</translation>
    </message>
</context>
<context>
    <name>SoundSettings</name>
    <message>
        <source>Volume</source>
        <translation>مستوى الصوت</translation>
    </message>
    <message>
        <source>Beside music and radio</source>
        <translation>مع الموسيقى والراديو</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>الإرشاد</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>المكالمات</translation>
    </message>
</context>
<context>
    <name>SourceSheet</name>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
</context>
<context>
    <name>SpeedSummary</name>
    <message>
        <source>Gear %1</source>
        <translation>الغيار %1</translation>
    </message>
</context>
<context>
    <name>StageStrip</name>
    <message>
        <source>All apps</source>
        <translation>كل التطبيقات</translation>
    </message>
    <message>
        <source>One app alone</source>
        <translation>تطبيق واحد فقط</translation>
    </message>
    <message>
        <source>Something beside it</source>
        <translation>شيء بجانبه</translation>
    </message>
    <message>
        <source>Change places</source>
        <translation>تبديل المواضع</translation>
    </message>
    <message>
        <source>Back in the app</source>
        <translation>رجوع داخل التطبيق</translation>
    </message>
    <message>
        <source>Type into the app</source>
        <translation>الكتابة في التطبيق</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>إغلاق %1</translation>
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
        <translation>%1، منخفض</translation>
    </message>
</context>
<context>
    <name>SubjectList</name>
    <message>
        <source>Display</source>
        <translation>العرض</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>الصوت</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>الوحدات</translation>
    </message>
    <message>
        <source>Drivers</source>
        <translation>السائقون</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>الهواتف</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>الأزرار</translation>
    </message>
    <message>
        <source>About</source>
        <translation>حول</translation>
    </message>
</context>
<context>
    <name>TellTales</name>
    <message>
        <source>Brakes</source>
        <translation>الفرامل</translation>
    </message>
    <message>
        <source>Parking brake</source>
        <translation>فرامل اليد</translation>
    </message>
    <message>
        <source>Seat belt</source>
        <translation>حزام الأمان</translation>
    </message>
    <message>
        <source>Oil pressure</source>
        <translation>ضغط الزيت</translation>
    </message>
    <message>
        <source>Coolant temperature</source>
        <translation>حرارة سائل التبريد</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>البطارية</translation>
    </message>
    <message>
        <source>Airbag</source>
        <translation>الوسادة الهوائية</translation>
    </message>
    <message>
        <source>Steering</source>
        <translation>التوجيه</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>نظام الدفع</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>المحرك</translation>
    </message>
    <message>
        <source>Anti-lock brakes</source>
        <translation>مانع انغلاق الفرامل</translation>
    </message>
    <message>
        <source>Rear fog lamp</source>
        <translation>مصباح الضباب الخلفي</translation>
    </message>
    <message>
        <source>Front fog lamps</source>
        <translation>مصابيح الضباب الأمامية</translation>
    </message>
    <message>
        <source>Low beam</source>
        <translation>الضوء المنخفض</translation>
    </message>
    <message>
        <source>High beam</source>
        <translation>الضوء العالي</translation>
    </message>
</context>
<context>
    <name>TemperatureStepper</name>
    <message>
        <source>%1 colder</source>
        <translation>%1: أبرد</translation>
    </message>
    <message>
        <source>%1 warmer</source>
        <translation>%1: أدفأ</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Available when parked</source>
        <translation>متاح عند التوقف</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Shuffle</source>
        <translation>ترتيب عشوائي</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Repeat this song</source>
        <translation>تكرار هذه الأغنية</translation>
    </message>
    <message>
        <source>Repeat all</source>
        <translation>تكرار الكل</translation>
    </message>
    <message>
        <source>Repeat off</source>
        <translation>بدون تكرار</translation>
    </message>
</context>
<context>
    <name>TripCard</name>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Average speed</source>
        <translation>متوسط السرعة</translation>
    </message>
    <message>
        <source>Average consumption</source>
        <translation>متوسط الاستهلاك</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>تصفير</translation>
    </message>
    <message>
        <source>Forget these figures and count from zero?</source>
        <translation>أتُمحى هذه الأرقام ويُعد من الصفر؟</translation>
    </message>
    <message>
        <source>From zero</source>
        <translation>من الصفر</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>إبقاء</translation>
    </message>
</context>
<context>
    <name>Trips</name>
    <message>
        <source>Since start</source>
        <translation>منذ التشغيل</translation>
    </message>
    <message>
        <source>Trip A</source>
        <translation>الرحلة A</translation>
    </message>
    <message>
        <source>Trip B</source>
        <translation>الرحلة B</translation>
    </message>
</context>
<context>
    <name>TripsSection</name>
    <message>
        <source>This car does not count its trips</source>
        <translation>هذه السيارة لا تحسب رحلاتها</translation>
    </message>
</context>
<context>
    <name>TurnCard</name>
    <message>
        <source>Arrival %1</source>
        <translation>الوصول %1</translation>
    </message>
</context>
<context>
    <name>TypingSheet</name>
    <message>
        <source>Keyboard</source>
        <translation>لوحة المفاتيح</translation>
    </message>
</context>
<context>
    <name>Tyres</name>
    <message>
        <source>Front left</source>
        <translation>أمامي أيسر</translation>
    </message>
    <message>
        <source>Front right</source>
        <translation>أمامي أيمن</translation>
    </message>
    <message>
        <source>Rear left</source>
        <translation>خلفي أيسر</translation>
    </message>
    <message>
        <source>Rear right</source>
        <translation>خلفي أيمن</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>جيد</translation>
    </message>
    <message>
        <source>A little low</source>
        <translation>منخفض قليلًا</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>منخفض</translation>
    </message>
    <message>
        <source>Very low</source>
        <translation>منخفض جدًا</translation>
    </message>
    <message>
        <source>High</source>
        <translation>مرتفع</translation>
    </message>
    <message>
        <source>Hot</source>
        <translation>ساخن</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>Stop where it is safe and look at the marked tyre.</source>
        <translation>توقف في مكان آمن وافحص الإطار المحدد.</translation>
    </message>
    <message>
        <source>Fill the marked tyre to %1 when it is cold.</source>
        <translation>انفخ الإطار المحدد إلى %1 وهو بارد.</translation>
    </message>
    <message>
        <source>Check and fill the marked tyres soon.</source>
        <translation>افحص الإطارات المحددة وانفخها قريبًا.</translation>
    </message>
    <message>
        <source>Drive slower until the marked tyre has cooled.</source>
        <translation>قد أبطأ حتى يبرد الإطار المحدد.</translation>
    </message>
    <message>
        <source>Let some air out of the marked tyre when it is cold.</source>
        <translation>أخرج بعض الهواء من الإطار المحدد وهو بارد.</translation>
    </message>
    <message>
        <source>Fill up a little air at the next stop.</source>
        <translation>أضف قليلًا من الهواء عند التوقف القادم.</translation>
    </message>
    <message>
        <source>The pressures come after a few minutes of driving.</source>
        <translation>تظهر الضغوط بعد دقائق من القيادة.</translation>
    </message>
    <message>
        <source>All is well. Check again in a month.</source>
        <translation>كل شيء جيد. افحص مجددًا بعد شهر.</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>من %1</translation>
    </message>
</context>
<context>
    <name>UnitSettings</name>
    <message>
        <source>Temperature</source>
        <translation>درجة الحرارة</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>المسافة</translation>
    </message>
    <message>
        <source>Kilometres</source>
        <translation>كيلومتر</translation>
    </message>
    <message>
        <source>Miles</source>
        <translation>ميل</translation>
    </message>
    <message>
        <source>Tyre pressure</source>
        <translation>ضغط الإطارات</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 ساعة</translation>
    </message>
    <message>
        <source>12 hours</source>
        <translation>12 ساعة</translation>
    </message>
</context>
<context>
    <name>VehicleCard</name>
    <message>
        <source>Vehicle</source>
        <translation>السيارة</translation>
    </message>
    <message>
        <source>The car does not answer</source>
        <translation>السيارة لا تستجيب</translation>
    </message>
</context>
<context>
    <name>VehiclePage</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>VolumeBanner</name>
    <message>
        <source>Volume %1 %</source>
        <translation>مستوى الصوت %1 %</translation>
    </message>
</context>
<context>
    <name>VolumeSheet</name>
    <message>
        <source>Volume</source>
        <translation>مستوى الصوت</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>WarmPlace</name>
    <message>
        <source>Heating %1</source>
        <translation>تدفئة %1</translation>
    </message>
    <message>
        <source>Cooling %1</source>
        <translation>تهوية %1</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>إيقاف</translation>
    </message>
</context>
<context>
    <name>WarmPlaces</name>
    <message>
        <source>Seats and steering wheel</source>
        <translation>المقاعد والمقود</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>السائق</translation>
    </message>
    <message>
        <source>Passenger</source>
        <translation>الراكب</translation>
    </message>
    <message>
        <source>Rear right</source>
        <translation>خلفي أيمن</translation>
    </message>
    <message>
        <source>Rear left</source>
        <translation>خلفي أيسر</translation>
    </message>
    <message>
        <source>Steering wheel</source>
        <translation>المقود</translation>
    </message>
</context>
<context>
    <name>WarningSheet</name>
    <message>
        <source>%1, and %2 more</source>
        <translation>%1، و%2 أخرى</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>حسنًا</translation>
    </message>
</context>
<context>
    <name>Warnings</name>
    <message>
        <source>Danger</source>
        <translation>خطر</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>انتباه</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
</context>
<context>
    <name>WarningsSection</name>
    <message>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>سابقًا</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>كل شيء جيد</translation>
    </message>
    <message>
        <source>No warnings known</source>
        <translation>لا تحذيرات معروفة</translation>
    </message>
    <message>
        <source>Nothing so far</source>
        <translation>لا شيء حتى الآن</translation>
    </message>
</context>
<context>
    <name>WindowControl</name>
    <message>
        <source>Shut</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>Close: %1</source>
        <translation>إغلاق: %1</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>فتح: %1</translation>
    </message>
</context>
<context>
    <name>WindowsGroup</name>
    <message>
        <source>Windows</source>
        <translation>النوافذ</translation>
    </message>
    <message>
        <source>Close all</source>
        <translation>إغلاق الكل</translation>
    </message>
    <message>
        <source>Open all</source>
        <translation>فتح الكل</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>أمامي</translation>
    </message>
    <message>
        <source>Rear</source>
        <translation>خلفي</translation>
    </message>
</context>
</TS>
