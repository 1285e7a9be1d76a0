<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ActuatorRow</name>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
</context>
<context>
    <name>ActuatorStepper</name>
    <message>
        <source>%1 less</source>
        <translation>%1 weniger</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 mehr</translation>
    </message>
</context>
<context>
    <name>ActuatorTile</name>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Hold to open</source>
        <translation>Zum Öffnen halten</translation>
    </message>
</context>
<context>
    <name>AirChoice</name>
    <message>
        <source>to the face</source>
        <translation>ins Gesicht</translation>
    </message>
    <message>
        <source>to face and feet</source>
        <translation>ins Gesicht und zu den Füßen</translation>
    </message>
    <message>
        <source>to the feet</source>
        <translation>zu den Füßen</translation>
    </message>
    <message>
        <source>to windscreen and feet</source>
        <translation>zur Frontscheibe und zu den Füßen</translation>
    </message>
    <message>
        <source>to the windscreen</source>
        <translation>zur Frontscheibe</translation>
    </message>
</context>
<context>
    <name>AmbientGroup</name>
    <message>
        <source>Ambient light</source>
        <translation>Ambientelicht</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>Passenger</source>
        <translation>Beifahrer</translation>
    </message>
    <message>
        <source>Brightness of the ambient light</source>
        <translation>Helligkeit des Ambientelichts</translation>
    </message>
</context>
<context>
    <name>AppPlace</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>AppTile</name>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
</context>
<context>
    <name>Assistance</name>
    <message>
        <source>Assistance</source>
        <translation>Assistenz</translation>
    </message>
    <message>
        <source>Warns before a crash ahead.</source>
        <translation>Warnt vor einem Aufprall.</translation>
    </message>
    <message>
        <source>Collision warning</source>
        <translation>Kollisions­warnung</translation>
    </message>
    <message>
        <source>Brakes by itself when a crash is near.</source>
        <translation>Bremst selbst, wenn ein Aufprall droht.</translation>
    </message>
    <message>
        <source>Emergency braking</source>
        <translation>Notbremsung</translation>
    </message>
    <message>
        <source>Warns when the car leaves its lane.</source>
        <translation>Warnt beim Verlassen der Spur.</translation>
    </message>
    <message>
        <source>Lane warning</source>
        <translation>Spurwarnung</translation>
    </message>
    <message>
        <source>Warns of cars beside you in the mirror&apos;s dead angle.</source>
        <translation>Warnt vor Autos im toten Winkel.</translation>
    </message>
    <message>
        <source>Blind spot warning</source>
        <translation>Totwinkel­warnung</translation>
    </message>
    <message>
        <source>Warns of cars from the side when backing out.</source>
        <translation>Warnt beim Ausparken vor Autos von der Seite.</translation>
    </message>
    <message>
        <source>Cross traffic warning</source>
        <translation>Querverkehrs­warnung</translation>
    </message>
    <message>
        <source>Suggests a break when you seem tired.</source>
        <translation>Rät zur Pause, wenn Sie müde wirken.</translation>
    </message>
    <message>
        <source>Attention warning</source>
        <translation>Müdigkeits­warnung</translation>
    </message>
    <message>
        <source>A tone when you drive faster than the sign says.</source>
        <translation>Ein Ton, wenn Sie schneller fahren als erlaubt.</translation>
    </message>
    <message>
        <source>Speed limit warning</source>
        <translation>Tempolimit­warnung</translation>
    </message>
    <message>
        <source>Tones tell how close things are when parking.</source>
        <translation>Töne sagen beim Parken, wie nah etwas ist.</translation>
    </message>
    <message>
        <source>Parking tones</source>
        <translation>Parktöne</translation>
    </message>
    <message>
        <source>Keeps the car on its line on slippery roads.</source>
        <translation>Hält das Auto auf glatten Straßen in der Spur.</translation>
    </message>
    <message>
        <source>Stability control</source>
        <translation>Stabilitätskontrolle</translation>
    </message>
</context>
<context>
    <name>BatteryHealth</name>
    <message>
        <source>Battery</source>
        <translation>Batterie</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>BesideChooser</name>
    <message>
        <source>Beside it</source>
        <translation>Daneben</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Fahrzeug</translation>
    </message>
    <message>
        <source>Now playing</source>
        <translation>Läuft gerade</translation>
    </message>
</context>
<context>
    <name>CallBanner</name>
    <message>
        <source>Out of the way</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Auflegen</translation>
    </message>
</context>
<context>
    <name>Calls</name>
    <message>
        <source>Unknown caller</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Incoming call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Calling…</source>
        <translation>Ruft an …</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>On the phone</source>
        <translation>Im Gespräch</translation>
    </message>
</context>
<context>
    <name>CameraPicture</name>
    <message>
        <source>Check your surroundings</source>
        <translation>Auf die Umgebung achten</translation>
    </message>
</context>
<context>
    <name>CarStage</name>
    <message>
        <source>Lamps</source>
        <translation>Lampen</translation>
    </message>
    <message>
        <source>Bonnet</source>
        <translation>Motorhaube</translation>
    </message>
    <message>
        <source>Front left door</source>
        <translation>Tür vorn links</translation>
    </message>
    <message>
        <source>Front right door</source>
        <translation>Tür vorn rechts</translation>
    </message>
    <message>
        <source>Rear left door</source>
        <translation>Tür hinten links</translation>
    </message>
    <message>
        <source>Rear right door</source>
        <translation>Tür hinten rechts</translation>
    </message>
    <message>
        <source>Doors and boot</source>
        <translation>Türen und Kofferraum</translation>
    </message>
    <message>
        <source>Boot</source>
        <translation>Kofferraum</translation>
    </message>
    <message>
        <source>Charge port</source>
        <translation>Ladeklappe</translation>
    </message>
</context>
<context>
    <name>CarTyre</name>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Tyre, %1</source>
        <translation>Reifen, %1</translation>
    </message>
</context>
<context>
    <name>CarWithTyres</name>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
</context>
<context>
    <name>ChargingPanel</name>
    <message>
        <source>%1 so far</source>
        <translation>bisher %1</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>je Stunde</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Plugged in</source>
        <translation>Angesteckt</translation>
    </message>
    <message>
        <source>The graph fills as the car charges.</source>
        <translation>Die Kurve wächst beim Laden.</translation>
    </message>
    <message>
        <source>Plug in to see the charge come in.</source>
        <translation>Anstecken, um das Laden zu sehen.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Unplugged</source>
        <translation>Abgesteckt</translation>
    </message>
    <message>
        <source>Charge limit</source>
        <translation>Ladegrenze</translation>
    </message>
</context>
<context>
    <name>ChargingSettings</name>
    <message>
        <source>At once, from a time on, or ready by a time</source>
        <translation>Sofort, ab einer Zeit oder fertig bis zu einer Zeit</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>Zeitschaltung</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>Start at</source>
        <translation>Beginn um</translation>
    </message>
    <message>
        <source>Ready by</source>
        <translation>Fertig bis</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Highest current</source>
        <translation>Höchster Strom</translation>
    </message>
    <message>
        <source>Warms or cools the battery, and uses some charge</source>
        <translation>Wärmt oder kühlt die Batterie und braucht etwas Ladung</translation>
    </message>
    <message>
        <source>Make the battery ready</source>
        <translation>Batterie vorbereiten</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>To charge fast</source>
        <translation>Zum Schnellladen</translation>
    </message>
    <message>
        <source>To drive</source>
        <translation>Zum Fahren</translation>
    </message>
</context>
<context>
    <name>ClimateBar</name>
    <message>
        <source>Driver</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>Driver&apos;s seat</source>
        <translation>Fahrersitz</translation>
    </message>
    <message>
        <source>Passenger&apos;s seat</source>
        <translation>Beifahrersitz</translation>
    </message>
    <message>
        <source>Passenger</source>
        <translation>Beifahrer</translation>
    </message>
</context>
<context>
    <name>ClimateButtons</name>
    <message>
        <source>Climate</source>
        <translation>Klima</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>A/C</source>
        <translation>A/C</translation>
    </message>
    <message>
        <source>Front defrost</source>
        <translation>Frontscheibe entfrosten</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Vorn</translation>
    </message>
    <message>
        <source>Rear defrost</source>
        <translation>Heckscheibe heizen</translation>
    </message>
    <message>
        <source>Rear</source>
        <translation>Hinten</translation>
    </message>
    <message>
        <source>Recirculation</source>
        <translation>Umluft</translation>
    </message>
</context>
<context>
    <name>ClimateFront</name>
    <message>
        <source>Driver</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>Passenger</source>
        <translation>Beifahrer</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Climate on</source>
        <translation>Klima an</translation>
    </message>
    <message>
        <source>Air for the driver</source>
        <translation>Luft für den Fahrer</translation>
    </message>
    <message>
        <source>Air</source>
        <translation>Luft</translation>
    </message>
    <message>
        <source>Air for the passenger</source>
        <translation>Luft für den Beifahrer</translation>
    </message>
</context>
<context>
    <name>ClimateRear</name>
    <message>
        <source>Rear seats</source>
        <translation>Hinten</translation>
    </message>
    <message>
        <source>Climate in the rear</source>
        <translation>Klima hinten</translation>
    </message>
    <message>
        <source>Rear right</source>
        <translation>Hinten rechts</translation>
    </message>
    <message>
        <source>Rear left</source>
        <translation>Hinten links</translation>
    </message>
</context>
<context>
    <name>ClimateSchedule</name>
    <message>
        <source>Before you leave</source>
        <translation>Vor der Abfahrt</translation>
    </message>
    <message>
        <source>The cabin is at its temperature when you get in.</source>
        <translation>Beim Einsteigen ist es schon angenehm.</translation>
    </message>
    <message>
        <source>Ready at a time</source>
        <translation>Bereit zur Abfahrt</translation>
    </message>
    <message>
        <source>Departure</source>
        <translation>Abfahrt</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Täglich</translation>
    </message>
    <message>
        <source>Weekdays</source>
        <translation>Werktags</translation>
    </message>
    <message>
        <source>Weekend</source>
        <translation>Wochenende</translation>
    </message>
</context>
<context>
    <name>ClimateSheet</name>
    <message>
        <source>Climate</source>
        <translation>Klima</translation>
    </message>
    <message>
        <source>The car does not answer</source>
        <translation>Das Auto antwortet nicht</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Everything about the climate</source>
        <translation>Alles zum Klima</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Air</source>
        <translation>Luft</translation>
    </message>
    <message>
        <source>Rear window</source>
        <translation>Heckscheibe</translation>
    </message>
    <message>
        <source>Windscreen</source>
        <translation>Frontscheibe</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>A/C</source>
        <translation>A/C</translation>
    </message>
    <message>
        <source>Recirculation</source>
        <translation>Umluft</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sync</translation>
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
        <translation>Sync</translation>
    </message>
    <message>
        <source>Recirculation</source>
        <translation>Umluft</translation>
    </message>
    <message>
        <source>Auto recirculation</source>
        <translation>Automa­tische Umluft</translation>
    </message>
    <message>
        <source>Max defrost</source>
        <translation>Alle Scheiben frei</translation>
    </message>
    <message>
        <source>Windscreen</source>
        <translation>Front­scheibe</translation>
    </message>
    <message>
        <source>Rear window</source>
        <translation>Heck­scheibe</translation>
    </message>
    <message>
        <source>Heated windscreen</source>
        <translation>Beheizte Front­scheibe</translation>
    </message>
</context>
<context>
    <name>ClusterCentre</name>
    <message>
        <source>Left indicator</source>
        <translation>Blinker links</translation>
    </message>
    <message>
        <source>Right indicator</source>
        <translation>Blinker rechts</translation>
    </message>
</context>
<context>
    <name>ClusterWindow</name>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Leistung</translation>
    </message>
</context>
<context>
    <name>CodePane</name>
    <message>
        <source>On the phone: Developer options, Wireless debugging, Pair device with pairing code. Leave that page open.</source>
        <translation>Am Telefon: Entwickleroptionen, Debugging über WLAN, Gerät mit Kopplungscode koppeln. Die Seite offen lassen.</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Koppeln</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>Codes</name>
    <message>
        <source>cylinder %1</source>
        <translation>Zylinder %1</translation>
    </message>
    <message>
        <source>bank %1</source>
        <translation>Bank %1</translation>
    </message>
    <message>
        <source>sensor %1</source>
        <translation>Sensor %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a part of the car, and where it is</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a part of the car, and what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Accelerator pedal sensor</source>
        <translation>Fahrpedal­sensor</translation>
    </message>
    <message>
        <source>Accelerator pedal sensors</source>
        <translation>Fahrpedal­sensoren</translation>
    </message>
    <message>
        <source>AdBlue injector</source>
        <translation>AdBlue-Einspritzventil</translation>
    </message>
    <message>
        <source>AdBlue level</source>
        <translation>AdBlue-Füllstand</translation>
    </message>
    <message>
        <source>Air conditioning pressure sensor</source>
        <translation>Drucksensor der Klimaanlage</translation>
    </message>
    <message>
        <source>Air conditioning relay</source>
        <translation>Relais der Klimaanlage</translation>
    </message>
    <message>
        <source>Air flow sensor</source>
        <translation>Luftmassenmesser</translation>
    </message>
    <message>
        <source>Airbag control unit</source>
        <translation>Airbag-Steuergerät</translation>
    </message>
    <message>
        <source>Alternator control</source>
        <translation>Lichtmaschinen­regelung</translation>
    </message>
    <message>
        <source>Alternator field</source>
        <translation>Lichtmaschinenerregung</translation>
    </message>
    <message>
        <source>Alternator lamp</source>
        <translation>Ladekontrollleuchte</translation>
    </message>
    <message>
        <source>Anti-lock brake control unit</source>
        <translation>ABS-Steuergerät</translation>
    </message>
    <message>
        <source>Battery control unit</source>
        <translation>Batterie­steuergerät</translation>
    </message>
    <message>
        <source>Board voltage</source>
        <translation>Bordspannung</translation>
    </message>
    <message>
        <source>Board voltage from the converter</source>
        <translation>Bordspannung vom Wandler</translation>
    </message>
    <message>
        <source>Body control unit</source>
        <translation>Karosserie­steuergerät</translation>
    </message>
    <message>
        <source>Boost pressure sensor</source>
        <translation>Ladedruck­sensor</translation>
    </message>
    <message>
        <source>Brake booster</source>
        <translation>Bremskraftverstärker</translation>
    </message>
    <message>
        <source>Brake control unit</source>
        <translation>Bremsen­steuergerät</translation>
    </message>
    <message>
        <source>Brake fluid</source>
        <translation>Bremsflüssigkeit</translation>
    </message>
    <message>
        <source>Brake light switch</source>
        <translation>Bremslichtschalter</translation>
    </message>
    <message>
        <source>Brake light switches</source>
        <translation>Bremslichtschalter</translation>
    </message>
    <message>
        <source>Brake pressure sensor</source>
        <translation>Brems­druck­sensor</translation>
    </message>
    <message>
        <source>Brake pump</source>
        <translation>Bremspumpe</translation>
    </message>
    <message>
        <source>Brake signal for the transmission</source>
        <translation>Bremssignal für das Getriebe</translation>
    </message>
    <message>
        <source>Camshaft sensor</source>
        <translation>Nockenwellen­sensor</translation>
    </message>
    <message>
        <source>Catalytic converter</source>
        <translation>Katalysator</translation>
    </message>
    <message>
        <source>Catalytic converter while warming up</source>
        <translation>Katalysator beim Aufwärmen</translation>
    </message>
    <message>
        <source>Climate control unit</source>
        <translation>Klima­steuergerät</translation>
    </message>
    <message>
        <source>Clutch switch</source>
        <translation>Kupplungsschalter</translation>
    </message>
    <message>
        <source>Control units</source>
        <translation>Steuergeräte</translation>
    </message>
    <message>
        <source>Coolant temperature</source>
        <translation>Kühlmittel­temperatur</translation>
    </message>
    <message>
        <source>Coolant temperature sensor</source>
        <translation>Kühlmittel­temperatursensor</translation>
    </message>
    <message>
        <source>Coolant thermostat</source>
        <translation>Kühlmittelthermostat</translation>
    </message>
    <message>
        <source>Cooling fan</source>
        <translation>Kühlerlüfter</translation>
    </message>
    <message>
        <source>Crankshaft and camshaft</source>
        <translation>Kurbelwelle und Nockenwelle</translation>
    </message>
    <message>
        <source>Crankshaft and exhaust camshaft</source>
        <translation>Kurbelwelle und Auslassnockenwelle</translation>
    </message>
    <message>
        <source>Crankshaft position</source>
        <translation>Kurbelwellenposition</translation>
    </message>
    <message>
        <source>Crankshaft sensor</source>
        <translation>Kurbelwellen­sensor</translation>
    </message>
    <message>
        <source>Cruise control module</source>
        <translation>Tempomatmodul</translation>
    </message>
    <message>
        <source>Cruise control switches</source>
        <translation>Tempomatschalter</translation>
    </message>
    <message>
        <source>Cylinder</source>
        <translation>Zylinder</translation>
    </message>
    <message>
        <source>Distance radar</source>
        <translation>Abstandsradar</translation>
    </message>
    <message>
        <source>Drive motor</source>
        <translation>Antriebsmotor</translation>
    </message>
    <message>
        <source>Drive motor control unit</source>
        <translation>Antriebsmotor-Steuergerät</translation>
    </message>
    <message>
        <source>Drive motor coolant pump</source>
        <translation>Kühlmittel­pumpe des Antriebsmotors</translation>
    </message>
    <message>
        <source>Drive motor inverter</source>
        <translation>Wechselrichter des Antriebsmotors</translation>
    </message>
    <message>
        <source>Drive motor position sensor</source>
        <translation>Lagesensor des Antriebsmotors</translation>
    </message>
    <message>
        <source>Driver&apos;s belt buckle switch</source>
        <translation>Gurtschlossschalter Fahrer</translation>
    </message>
    <message>
        <source>Driver&apos;s belt tensioner</source>
        <translation>Gurtstraffer Fahrer</translation>
    </message>
    <message>
        <source>Driver&apos;s door module</source>
        <translation>Türmodul Fahrer</translation>
    </message>
    <message>
        <source>Driver&apos;s front airbag</source>
        <translation>Frontairbag Fahrer</translation>
    </message>
    <message>
        <source>Driver&apos;s front airbag, stage</source>
        <translation>Frontairbag Fahrer, Stufe</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Engine control unit</source>
        <translation>Motor­steuergerät</translation>
    </message>
    <message>
        <source>Engine main relay</source>
        <translation>Motorhauptrelais</translation>
    </message>
    <message>
        <source>Engine speed for the transmission</source>
        <translation>Motordrehzahl für das Getriebe</translation>
    </message>
    <message>
        <source>Engine speed sensor</source>
        <translation>Motor­drehzahl­sensor</translation>
    </message>
    <message>
        <source>Engine-off timer</source>
        <translation>Zeitmesser bei stehendem Motor</translation>
    </message>
    <message>
        <source>Exhaust camshaft adjuster</source>
        <translation>Auslassnockenwellenversteller</translation>
    </message>
    <message>
        <source>Exhaust cleaning with AdBlue</source>
        <translation>Abgasreinigung mit AdBlue</translation>
    </message>
    <message>
        <source>Exhaust gas recirculation</source>
        <translation>Abgas­rückführung</translation>
    </message>
    <message>
        <source>Exhaust pressure sensor</source>
        <translation>Abgas­druck­sensor</translation>
    </message>
    <message>
        <source>Exhaust temperature sensor</source>
        <translation>Abgas­temperatur­sensor</translation>
    </message>
    <message>
        <source>Four-wheel drive control unit</source>
        <translation>Allrad­steuergerät</translation>
    </message>
    <message>
        <source>Front crash sensor</source>
        <translation>Frontaufprall­sensor</translation>
    </message>
    <message>
        <source>Front crash sensor, left</source>
        <translation>Frontaufprall­sensor links</translation>
    </message>
    <message>
        <source>Front crash sensor, right</source>
        <translation>Frontaufprall­sensor rechts</translation>
    </message>
    <message>
        <source>Fuel level sensor</source>
        <translation>Tankgeber</translation>
    </message>
    <message>
        <source>Fuel mixture</source>
        <translation>Gemisch</translation>
    </message>
    <message>
        <source>Fuel mixture at idle</source>
        <translation>Gemisch im Leerlauf</translation>
    </message>
    <message>
        <source>Fuel mixture at speed</source>
        <translation>Gemisch bei Fahrt</translation>
    </message>
    <message>
        <source>Fuel pressure regulator</source>
        <translation>Kraftstoff­druckregler</translation>
    </message>
    <message>
        <source>Fuel pump</source>
        <translation>Kraftstoff­pumpe</translation>
    </message>
    <message>
        <source>Fuel pump control</source>
        <translation>Kraftstoff­pumpensteuerung</translation>
    </message>
    <message>
        <source>Fuel pump control unit</source>
        <translation>Kraftstoff­pumpen-Steuergerät</translation>
    </message>
    <message>
        <source>Fuel rail pressure</source>
        <translation>Raildruck</translation>
    </message>
    <message>
        <source>Fuel rail pressure sensor</source>
        <translation>Raildruck­sensor</translation>
    </message>
    <message>
        <source>Fuel system</source>
        <translation>Kraftstoff­system</translation>
    </message>
    <message>
        <source>Fuel temperature sensor</source>
        <translation>Kraftstoff­temperatur­sensor</translation>
    </message>
    <message>
        <source>Fuel vapour pressure sensor</source>
        <translation>Tankdruck­sensor</translation>
    </message>
    <message>
        <source>Fuel vapour purge valve</source>
        <translation>Tankentlüftungsventil</translation>
    </message>
    <message>
        <source>Fuel vapour system</source>
        <translation>Tankentlüftung</translation>
    </message>
    <message>
        <source>Fuel vapour vent</source>
        <translation>Tankbelüftung</translation>
    </message>
    <message>
        <source>Fuel vapour vent valve</source>
        <translation>Tankbelüftungsventil</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Gear</source>
        <translation>Gang</translation>
    </message>
    <message>
        <source>Gear selector module</source>
        <translation>Wählhebelmodul</translation>
    </message>
    <message>
        <source>Gear selector sensor</source>
        <translation>Wählhebel­sensor</translation>
    </message>
    <message>
        <source>Generator control unit</source>
        <translation>Generator­steuergerät</translation>
    </message>
    <message>
        <source>Generator inverter</source>
        <translation>Wechselrichter des Generators</translation>
    </message>
    <message>
        <source>Glow plug</source>
        <translation>Glühkerze</translation>
    </message>
    <message>
        <source>Glow plug control unit</source>
        <translation>Glühsteuergerät</translation>
    </message>
    <message>
        <source>Glow plugs</source>
        <translation>Glühkerzen</translation>
    </message>
    <message>
        <source>High-voltage contactor, negative</source>
        <translation>Hochvoltschütz, Minus</translation>
    </message>
    <message>
        <source>High-voltage contactor, positive</source>
        <translation>Hochvoltschütz, Plus</translation>
    </message>
    <message>
        <source>High-voltage fuse</source>
        <translation>Hochvoltsicherung</translation>
    </message>
    <message>
        <source>High-voltage insulation</source>
        <translation>Hochvoltisolation</translation>
    </message>
    <message>
        <source>High-voltage interlock</source>
        <translation>Hochvolt-Sicherheitslinie</translation>
    </message>
    <message>
        <source>Hybrid control unit</source>
        <translation>Hybrid­steuergerät</translation>
    </message>
    <message>
        <source>Idle control</source>
        <translation>Leerlauf­regelung</translation>
    </message>
    <message>
        <source>Idle speed</source>
        <translation>Leerlauf­drehzahl</translation>
    </message>
    <message>
        <source>Ignition coil</source>
        <translation>Zündspule</translation>
    </message>
    <message>
        <source>Ignition coils</source>
        <translation>Zündspulen</translation>
    </message>
    <message>
        <source>Immobiliser</source>
        <translation>Wegfahrsperre</translation>
    </message>
    <message>
        <source>Immobiliser key</source>
        <translation>Schlüssel der Wegfahrsperre</translation>
    </message>
    <message>
        <source>Injector</source>
        <translation>Einspritzventil</translation>
    </message>
    <message>
        <source>Injector control unit</source>
        <translation>Einspritz­steuergerät</translation>
    </message>
    <message>
        <source>Injectors</source>
        <translation>Einspritzventile</translation>
    </message>
    <message>
        <source>Instrument cluster</source>
        <translation>Kombiinstrument</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>Ansaugtrakt</translation>
    </message>
    <message>
        <source>Intake air temperature sensor</source>
        <translation>Ansaugluft­temperatursensor</translation>
    </message>
    <message>
        <source>Intake camshaft adjuster</source>
        <translation>Einlassnockenwellenversteller</translation>
    </message>
    <message>
        <source>Intake flap</source>
        <translation>Saugrohrklappe</translation>
    </message>
    <message>
        <source>Intake flap position sensor</source>
        <translation>Saugrohr­klappen­sensor</translation>
    </message>
    <message>
        <source>Intake pressure and outside pressure</source>
        <translation>Saugrohrdruck und Außendruck</translation>
    </message>
    <message>
        <source>Intake pressure sensor</source>
        <translation>Saugrohr­druck­sensor</translation>
    </message>
    <message>
        <source>Knock sensor</source>
        <translation>Klopfsensor</translation>
    </message>
    <message>
        <source>Lateral acceleration sensor</source>
        <translation>Querbeschleunigungs­sensor</translation>
    </message>
    <message>
        <source>Longitudinal acceleration sensor</source>
        <translation>Längsbeschleunigungs­sensor</translation>
    </message>
    <message>
        <source>Mixture behind the catalytic converter</source>
        <translation>Gemisch hinter dem Katalysator</translation>
    </message>
    <message>
        <source>NOx sensor</source>
        <translation>NOx-Sensor</translation>
    </message>
    <message>
        <source>Oil pressure</source>
        <translation>Öldruck</translation>
    </message>
    <message>
        <source>Oil pressure sensor</source>
        <translation>Öldrucksensor</translation>
    </message>
    <message>
        <source>Oil temperature sensor</source>
        <translation>Öltemperatur­sensor</translation>
    </message>
    <message>
        <source>Outside temperature sensor</source>
        <translation>Außen­temperatur­sensor</translation>
    </message>
    <message>
        <source>Oxygen sensor</source>
        <translation>Lambdasonde</translation>
    </message>
    <message>
        <source>Oxygen sensor heater</source>
        <translation>Lambda­sondenheizung</translation>
    </message>
    <message>
        <source>Park and neutral switch</source>
        <translation>Schalter für Parken und Neutral</translation>
    </message>
    <message>
        <source>Parking aid</source>
        <translation>Einparkhilfe</translation>
    </message>
    <message>
        <source>Parking brake control unit</source>
        <translation>Steuergerät der Parkbremse</translation>
    </message>
    <message>
        <source>Particulate filter</source>
        <translation>Partikelfilter</translation>
    </message>
    <message>
        <source>Particulate filter cleaning</source>
        <translation>Reinigung des Partikelfilters</translation>
    </message>
    <message>
        <source>Particulate filter pressure sensor</source>
        <translation>Drucksensor des Partikelfilters</translation>
    </message>
    <message>
        <source>Passenger seat sensor</source>
        <translation>Beifahrersitz­sensor</translation>
    </message>
    <message>
        <source>Passenger&apos;s door module</source>
        <translation>Türmodul Beifahrer</translation>
    </message>
    <message>
        <source>Passenger&apos;s front airbag</source>
        <translation>Frontairbag Beifahrer</translation>
    </message>
    <message>
        <source>Passenger&apos;s front airbag, stage</source>
        <translation>Frontairbag Beifahrer, Stufe</translation>
    </message>
    <message>
        <source>Power steering control unit</source>
        <translation>Servolenkungs-Steuergerät</translation>
    </message>
    <message>
        <source>Power steering pressure sensor</source>
        <translation>Drucksensor der Servolenkung</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>Radio</translation>
    </message>
    <message>
        <source>Remote key module</source>
        <translation>Funkschlüsselmodul</translation>
    </message>
    <message>
        <source>Reverse gear</source>
        <translation>Rückwärtsgang</translation>
    </message>
    <message>
        <source>Roll rate sensor</source>
        <translation>Wankraten­sensor</translation>
    </message>
    <message>
        <source>Seat module</source>
        <translation>Sitzmodul</translation>
    </message>
    <message>
        <source>Second intake air temperature sensor</source>
        <translation>Zweiter Ansaugluft­temperatursensor</translation>
    </message>
    <message>
        <source>Secondary air pump</source>
        <translation>Sekundärluft­pumpe</translation>
    </message>
    <message>
        <source>Secondary air system</source>
        <translation>Sekundärluft­system</translation>
    </message>
    <message>
        <source>Secondary air valve</source>
        <translation>Sekundärluftventil</translation>
    </message>
    <message>
        <source>Sensor supply</source>
        <translation>Sensorversorgung</translation>
    </message>
    <message>
        <source>Several cylinders</source>
        <translation>Mehrere Zylinder</translation>
    </message>
    <message>
        <source>Shift valve</source>
        <translation>Schaltventil</translation>
    </message>
    <message>
        <source>Side airbag, left</source>
        <translation>Seitenairbag links</translation>
    </message>
    <message>
        <source>Side airbag, right</source>
        <translation>Seitenairbag rechts</translation>
    </message>
    <message>
        <source>Side crash sensor, left</source>
        <translation>Seitenaufprall­sensor links</translation>
    </message>
    <message>
        <source>Side crash sensor, right</source>
        <translation>Seitenaufprall­sensor rechts</translation>
    </message>
    <message>
        <source>Stability control unit</source>
        <translation>ESP-Steuergerät</translation>
    </message>
    <message>
        <source>Starter relay</source>
        <translation>Anlasserrelais</translation>
    </message>
    <message>
        <source>Steering angle sensor</source>
        <translation>Lenkwinkel­sensor</translation>
    </message>
    <message>
        <source>Tailgate module</source>
        <translation>Heckklappenmodul</translation>
    </message>
    <message>
        <source>Throttle</source>
        <translation>Drosselklappe</translation>
    </message>
    <message>
        <source>Throttle actuator</source>
        <translation>Drossel­klappensteller</translation>
    </message>
    <message>
        <source>Throttle and intake pressure</source>
        <translation>Drosselklappe und Saugrohrdruck</translation>
    </message>
    <message>
        <source>Throttle control unit</source>
        <translation>Drosselklappen-Steuergerät</translation>
    </message>
    <message>
        <source>Throttle position sensor</source>
        <translation>Drossel­klappen­sensor</translation>
    </message>
    <message>
        <source>Throttle position sensors</source>
        <translation>Drossel­klappen­sensoren</translation>
    </message>
    <message>
        <source>Torque converter clutch</source>
        <translation>Wandlerkupplung</translation>
    </message>
    <message>
        <source>Traction battery</source>
        <translation>Antriebsbatterie</translation>
    </message>
    <message>
        <source>Traction battery cell voltage</source>
        <translation>Zellspannung der Antriebsbatterie</translation>
    </message>
    <message>
        <source>Traction battery cells</source>
        <translation>Zellen der Antriebsbatterie</translation>
    </message>
    <message>
        <source>Traction battery current sensor</source>
        <translation>Stromsensor der Antriebsbatterie</translation>
    </message>
    <message>
        <source>Traction battery fan</source>
        <translation>Lüfter der Antriebsbatterie</translation>
    </message>
    <message>
        <source>Traction battery temperature sensor</source>
        <translation>Temperatur­sensor der Antriebsbatterie</translation>
    </message>
    <message>
        <source>Traction battery voltage</source>
        <translation>Spannung der Antriebsbatterie</translation>
    </message>
    <message>
        <source>Transfer case control unit</source>
        <translation>Verteilergetriebe-Steuergerät</translation>
    </message>
    <message>
        <source>Transmission</source>
        <translation>Getriebe</translation>
    </message>
    <message>
        <source>Transmission control</source>
        <translation>Getriebesteuerung</translation>
    </message>
    <message>
        <source>Transmission control unit</source>
        <translation>Getriebe­steuergerät</translation>
    </message>
    <message>
        <source>Transmission input speed sensor</source>
        <translation>Getriebeeingangs­drehzahl­sensor</translation>
    </message>
    <message>
        <source>Transmission oil pressure</source>
        <translation>Getriebeöl­druck</translation>
    </message>
    <message>
        <source>Transmission oil pressure sensor</source>
        <translation>Getriebeöl­druck­sensor</translation>
    </message>
    <message>
        <source>Transmission oil pump</source>
        <translation>Getriebeöl­pumpe</translation>
    </message>
    <message>
        <source>Transmission oil temperature sensor</source>
        <translation>Getriebeöl­temperatur­sensor</translation>
    </message>
    <message>
        <source>Transmission output speed sensor</source>
        <translation>Getriebeausgangs­drehzahl­sensor</translation>
    </message>
    <message>
        <source>Transmission pressure valve</source>
        <translation>Getriebe­druckventil</translation>
    </message>
    <message>
        <source>Turbocharger</source>
        <translation>Turbolader</translation>
    </message>
    <message>
        <source>Turbocharger boost control</source>
        <translation>Ladedruck­regelung</translation>
    </message>
    <message>
        <source>Turbocharger bypass valve</source>
        <translation>Schubumluftventil</translation>
    </message>
    <message>
        <source>Turbocharger position sensor</source>
        <translation>Turbolader-Positions­sensor</translation>
    </message>
    <message>
        <source>Turbocharger wastegate valve</source>
        <translation>Ladedruckventil</translation>
    </message>
    <message>
        <source>Tyre pressure</source>
        <translation>Reifendruck</translation>
    </message>
    <message>
        <source>Tyre size</source>
        <translation>Reifengröße</translation>
    </message>
    <message>
        <source>Vehicle network</source>
        <translation>Fahrzeugnetz</translation>
    </message>
    <message>
        <source>Vehicle network, fast</source>
        <translation>Fahrzeugnetz, schnell</translation>
    </message>
    <message>
        <source>Vehicle network, medium</source>
        <translation>Fahrzeugnetz, mittel</translation>
    </message>
    <message>
        <source>Vehicle network, slow</source>
        <translation>Fahrzeugnetz, langsam</translation>
    </message>
    <message>
        <source>Vehicle number</source>
        <translation>Fahrgestell­nummer</translation>
    </message>
    <message>
        <source>Vehicle security module</source>
        <translation>Fahrzeugsicherheitsmodul</translation>
    </message>
    <message>
        <source>Vehicle speed</source>
        <translation>Fahrgeschwindigkeit</translation>
    </message>
    <message>
        <source>Vehicle speed sensor</source>
        <translation>Geschwindigkeits­sensor</translation>
    </message>
    <message>
        <source>Voltage converter</source>
        <translation>Spannungswandler</translation>
    </message>
    <message>
        <source>Wheel speed sensor, front left</source>
        <translation>Raddrehzahl­sensor vorne links</translation>
    </message>
    <message>
        <source>Wheel speed sensor, front right</source>
        <translation>Raddrehzahl­sensor vorne rechts</translation>
    </message>
    <message>
        <source>Wheel speed sensor, rear left</source>
        <translation>Raddrehzahl­sensor hinten links</translation>
    </message>
    <message>
        <source>Wheel speed sensor, rear right</source>
        <translation>Raddrehzahl­sensor hinten rechts</translation>
    </message>
    <message>
        <source>Yaw rate sensor</source>
        <translation>Gierraten­sensor</translation>
    </message>
    <message>
        <source>Body and comfort</source>
        <translation>Karosserie und Komfort</translation>
    </message>
    <message>
        <source>Charging</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Chassis and brakes</source>
        <translation>Fahrwerk und Bremsen</translation>
    </message>
    <message>
        <source>Control unit</source>
        <translation>Steuergerät</translation>
    </message>
    <message>
        <source>Emission control</source>
        <translation>Abgasreinigung</translation>
    </message>
    <message>
        <source>Engine and drive</source>
        <translation>Motor und Antrieb</translation>
    </message>
    <message>
        <source>Fuel and air</source>
        <translation>Kraftstoff und Luft</translation>
    </message>
    <message>
        <source>Hybrid or electric drive</source>
        <translation>Hybrid- oder Elektroantrieb</translation>
    </message>
    <message>
        <source>Ignition</source>
        <translation>Zündung</translation>
    </message>
    <message>
        <source>Speed and idle control</source>
        <translation>Geschwindigkeits- und Leerlauf­regelung</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Antrieb</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>Batterie</translation>
    </message>
    <message>
        <source>actuator stuck</source>
        <translation>Stellglied klemmt</translation>
    </message>
    <message>
        <source>boost too high</source>
        <translation>Ladedruck zu hoch</translation>
    </message>
    <message>
        <source>boost too low</source>
        <translation>Ladedruck zu niedrig</translation>
    </message>
    <message>
        <source>bus off</source>
        <translation>Bus abgeschaltet</translation>
    </message>
    <message>
        <source>charge too low</source>
        <translation>Ladestand zu niedrig</translation>
    </message>
    <message>
        <source>circuit fault</source>
        <translation>Fehler im Stromkreis</translation>
    </message>
    <message>
        <source>circuit fault at the valve</source>
        <translation>Fehler im Stromkreis des Ventils</translation>
    </message>
    <message>
        <source>cleans too little</source>
        <translation>reinigt zu wenig</translation>
    </message>
    <message>
        <source>communication fault</source>
        <translation>Kommunikationsfehler</translation>
    </message>
    <message>
        <source>contributes too little</source>
        <translation>trägt zu wenig bei</translation>
    </message>
    <message>
        <source>coolant stays too cold</source>
        <translation>Kühlmittel bleibt zu kalt</translation>
    </message>
    <message>
        <source>correction fault</source>
        <translation>Fehler der Korrektur</translation>
    </message>
    <message>
        <source>current too high</source>
        <translation>Strom zu hoch</translation>
    </message>
    <message>
        <source>current too low</source>
        <translation>Strom zu niedrig</translation>
    </message>
    <message>
        <source>differ too much</source>
        <translation>weichen zu stark ab</translation>
    </message>
    <message>
        <source>do not match</source>
        <translation>passen nicht zusammen</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>antwortet nicht</translation>
    </message>
    <message>
        <source>does not close</source>
        <translation>schließt nicht</translation>
    </message>
    <message>
        <source>does not open</source>
        <translation>öffnet nicht</translation>
    </message>
    <message>
        <source>does not start</source>
        <translation>startet nicht</translation>
    </message>
    <message>
        <source>does not work as it should</source>
        <translation>arbeitet nicht richtig</translation>
    </message>
    <message>
        <source>electrical fault</source>
        <translation>elektrischer Fehler</translation>
    </message>
    <message>
        <source>faulty gear change</source>
        <translation>fehlerhafter Gangwechsel</translation>
    </message>
    <message>
        <source>flow fault</source>
        <translation>Durchfluss fehlerhaft</translation>
    </message>
    <message>
        <source>flow too high</source>
        <translation>Durchfluss zu groß</translation>
    </message>
    <message>
        <source>flow too low</source>
        <translation>Durchfluss zu gering</translation>
    </message>
    <message>
        <source>full of ash</source>
        <translation>voll Asche</translation>
    </message>
    <message>
        <source>full of soot</source>
        <translation>voll Ruß</translation>
    </message>
    <message>
        <source>heater circuit fault</source>
        <translation>Fehler im Heizkreis</translation>
    </message>
    <message>
        <source>implausible value</source>
        <translation>unplausibler Wert</translation>
    </message>
    <message>
        <source>internal fault</source>
        <translation>interner Fehler</translation>
    </message>
    <message>
        <source>invalid data received</source>
        <translation>ungültige Daten empfangen</translation>
    </message>
    <message>
        <source>invalid signal</source>
        <translation>ungültiges Signal</translation>
    </message>
    <message>
        <source>large leak</source>
        <translation>großes Leck</translation>
    </message>
    <message>
        <source>leak, is the fuel cap closed?</source>
        <translation>Leck, ist der Tankdeckel zu?</translation>
    </message>
    <message>
        <source>leaks air</source>
        <translation>undicht</translation>
    </message>
    <message>
        <source>level too low</source>
        <translation>Füllstand zu niedrig</translation>
    </message>
    <message>
        <source>lost its stored values</source>
        <translation>gespeicherte Werte verloren</translation>
    </message>
    <message>
        <source>mechanical fault</source>
        <translation>mechanischer Fehler</translation>
    </message>
    <message>
        <source>memory fault</source>
        <translation>Speicherfehler</translation>
    </message>
    <message>
        <source>message checksum wrong</source>
        <translation>Prüfsumme der Nachricht falsch</translation>
    </message>
    <message>
        <source>message counter wrong</source>
        <translation>Zähler der Nachricht falsch</translation>
    </message>
    <message>
        <source>message missing</source>
        <translation>Nachricht fehlt</translation>
    </message>
    <message>
        <source>misfire</source>
        <translation>Zündaussetzer</translation>
    </message>
    <message>
        <source>misfire after the start</source>
        <translation>Zündaussetzer nach dem Start</translation>
    </message>
    <message>
        <source>misfire with little fuel</source>
        <translation>Zündaussetzer bei wenig Kraftstoff</translation>
    </message>
    <message>
        <source>missing in the control unit</source>
        <translation>fehlt im Steuergerät</translation>
    </message>
    <message>
        <source>no activity</source>
        <translation>keine Aktivität</translation>
    </message>
    <message>
        <source>no signal</source>
        <translation>kein Signal</translation>
    </message>
    <message>
        <source>not calibrated</source>
        <translation>nicht kalibriert</translation>
    </message>
    <message>
        <source>not learnt</source>
        <translation>nicht gelernt</translation>
    </message>
    <message>
        <source>not programmed</source>
        <translation>nicht programmiert</translation>
    </message>
    <message>
        <source>not recognised</source>
        <translation>nicht erkannt</translation>
    </message>
    <message>
        <source>open circuit</source>
        <translation>Unterbrechung</translation>
    </message>
    <message>
        <source>open circuit or short to ground</source>
        <translation>Unterbrechung oder Masseschluss</translation>
    </message>
    <message>
        <source>open circuit or short to supply</source>
        <translation>Unterbrechung oder Kurzschluss nach Plus</translation>
    </message>
    <message>
        <source>overheated</source>
        <translation>überhitzt</translation>
    </message>
    <message>
        <source>position too far advanced</source>
        <translation>zu weit nach früh verstellt</translation>
    </message>
    <message>
        <source>position too far retarded</source>
        <translation>zu weit nach spät verstellt</translation>
    </message>
    <message>
        <source>reacts slowly</source>
        <translation>reagiert träge</translation>
    </message>
    <message>
        <source>reports a fault</source>
        <translation>meldet einen Fehler</translation>
    </message>
    <message>
        <source>resistance too high</source>
        <translation>Widerstand zu hoch</translation>
    </message>
    <message>
        <source>resistance too low</source>
        <translation>Widerstand zu niedrig</translation>
    </message>
    <message>
        <source>second sensor signal too high</source>
        <translation>Signal des zweiten Sensors zu hoch</translation>
    </message>
    <message>
        <source>second sensor signal too low</source>
        <translation>Signal des zweiten Sensors zu niedrig</translation>
    </message>
    <message>
        <source>sends implausible data</source>
        <translation>sendet unplausible Daten</translation>
    </message>
    <message>
        <source>sensor signal too high</source>
        <translation>Sensorsignal zu hoch</translation>
    </message>
    <message>
        <source>sensor signal too low</source>
        <translation>Sensorsignal zu niedrig</translation>
    </message>
    <message>
        <source>short circuit</source>
        <translation>Kurzschluss</translation>
    </message>
    <message>
        <source>short circuit to ground</source>
        <translation>Masseschluss</translation>
    </message>
    <message>
        <source>short circuit to supply</source>
        <translation>Kurzschluss nach Plus</translation>
    </message>
    <message>
        <source>signal comes and goes</source>
        <translation>Signal setzt zeitweise aus</translation>
    </message>
    <message>
        <source>signal invalid</source>
        <translation>Signal ungültig</translation>
    </message>
    <message>
        <source>signal too high</source>
        <translation>Signal zu hoch</translation>
    </message>
    <message>
        <source>signal too low</source>
        <translation>Signal zu niedrig</translation>
    </message>
    <message>
        <source>signals do not match</source>
        <translation>Signale passen nicht zusammen</translation>
    </message>
    <message>
        <source>slips</source>
        <translation>rutscht</translation>
    </message>
    <message>
        <source>small leak</source>
        <translation>kleines Leck</translation>
    </message>
    <message>
        <source>software versions do not match</source>
        <translation>Softwarestände passen nicht zusammen</translation>
    </message>
    <message>
        <source>speed too high</source>
        <translation>Drehzahl zu hoch</translation>
    </message>
    <message>
        <source>stuck at lean</source>
        <translation>bleibt auf mager</translation>
    </message>
    <message>
        <source>stuck at rich</source>
        <translation>bleibt auf fett</translation>
    </message>
    <message>
        <source>stuck closed</source>
        <translation>klemmt geschlossen</translation>
    </message>
    <message>
        <source>stuck off</source>
        <translation>bleibt aus</translation>
    </message>
    <message>
        <source>stuck on</source>
        <translation>bleibt an</translation>
    </message>
    <message>
        <source>stuck open</source>
        <translation>klemmt offen</translation>
    </message>
    <message>
        <source>too high</source>
        <translation>zu hoch</translation>
    </message>
    <message>
        <source>too lean</source>
        <translation>zu mager</translation>
    </message>
    <message>
        <source>too low</source>
        <translation>zu niedrig</translation>
    </message>
    <message>
        <source>too low for mixture control</source>
        <translation>zu niedrig für die Gemisch­regelung</translation>
    </message>
    <message>
        <source>too low for steady running</source>
        <translation>zu niedrig für ruhigen Lauf</translation>
    </message>
    <message>
        <source>too rich</source>
        <translation>zu fett</translation>
    </message>
    <message>
        <source>took too long</source>
        <translation>dauerte zu lange</translation>
    </message>
    <message>
        <source>unsteady</source>
        <translation>schwankt</translation>
    </message>
    <message>
        <source>very small leak</source>
        <translation>sehr kleines Leck</translation>
    </message>
    <message>
        <source>voltage out of range</source>
        <translation>Spannung außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>voltage too high</source>
        <translation>Spannung zu hoch</translation>
    </message>
    <message>
        <source>voltage too low</source>
        <translation>Spannung zu niedrig</translation>
    </message>
    <message>
        <source>worn out</source>
        <translation>verschlissen</translation>
    </message>
    <message>
        <source>wrong gear ratio</source>
        <translation>falsche Übersetzung</translation>
    </message>
    <message>
        <source>wrong ratio</source>
        <translation>falsche Übersetzung</translation>
    </message>
    <message>
        <source>wrong settings</source>
        <translation>falsche Einstellungen</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>fault described by the car&apos;s maker</source>
        <translation>Fehler, den der Hersteller beschreibt</translation>
    </message>
    <message>
        <source>Absolute fuel rail pressure</source>
        <translation>Raildruck absolut</translation>
    </message>
    <message>
        <source>Absolute fuel vapour pressure</source>
        <translation>Tankdruck absolut</translation>
    </message>
    <message>
        <source>Absolute load</source>
        <translation>Absolute Last</translation>
    </message>
    <message>
        <source>Accelerator pedal</source>
        <translation>Fahrpedal</translation>
    </message>
    <message>
        <source>Air flow</source>
        <translation>Luftmasse</translation>
    </message>
    <message>
        <source>Air ratio</source>
        <translation>Luftverhältnis</translation>
    </message>
    <message>
        <source>Air ratio wanted</source>
        <translation>Luftverhältnis, Soll</translation>
    </message>
    <message>
        <source>Catalytic converter temperature</source>
        <translation>Katalysator­temperatur</translation>
    </message>
    <message>
        <source>Control unit voltage</source>
        <translation>Steuergeräte­spannung</translation>
    </message>
    <message>
        <source>Distance driven</source>
        <translation>Gefahrene Strecke</translation>
    </message>
    <message>
        <source>Distance since codes were cleared</source>
        <translation>Strecke seit dem Löschen</translation>
    </message>
    <message>
        <source>Distance with the warning lamp on</source>
        <translation>Strecke mit Warnleuchte</translation>
    </message>
    <message>
        <source>Engine load</source>
        <translation>Motorlast</translation>
    </message>
    <message>
        <source>Engine speed</source>
        <translation>Motordrehzahl</translation>
    </message>
    <message>
        <source>Ethanol in the fuel</source>
        <translation>Ethanol im Kraftstoff</translation>
    </message>
    <message>
        <source>Exhaust gas recirculation error</source>
        <translation>Abgas­rückführung, Abweichung</translation>
    </message>
    <message>
        <source>Exhaust gas recirculation wanted</source>
        <translation>Abgas­rückführung, Soll</translation>
    </message>
    <message>
        <source>Friction torque</source>
        <translation>Reibmoment</translation>
    </message>
    <message>
        <source>Fuel level</source>
        <translation>Tankfüllung</translation>
    </message>
    <message>
        <source>Fuel pressure</source>
        <translation>Kraftstoff­druck</translation>
    </message>
    <message>
        <source>Fuel rail pressure above intake</source>
        <translation>Raildruck über Saugrohr</translation>
    </message>
    <message>
        <source>Fuel rate</source>
        <translation>Kraftstoff­verbrauch</translation>
    </message>
    <message>
        <source>Fuel vapour pressure</source>
        <translation>Tankdruck</translation>
    </message>
    <message>
        <source>Fuel vapour purge</source>
        <translation>Tankentlüftung</translation>
    </message>
    <message>
        <source>Ignition advance</source>
        <translation>Zündwinkel</translation>
    </message>
    <message>
        <source>Injection timing</source>
        <translation>Einspritz­zeitpunkt</translation>
    </message>
    <message>
        <source>Intake air temperature</source>
        <translation>Ansaugluft­temperatur</translation>
    </message>
    <message>
        <source>Intake pressure</source>
        <translation>Saugrohrdruck</translation>
    </message>
    <message>
        <source>Long fuel correction</source>
        <translation>Langzeit-Gemisch­korrektur</translation>
    </message>
    <message>
        <source>Oil temperature</source>
        <translation>Öltemperatur</translation>
    </message>
    <message>
        <source>Outside pressure</source>
        <translation>Außendruck</translation>
    </message>
    <message>
        <source>Outside temperature</source>
        <translation>Außen­temperatur</translation>
    </message>
    <message>
        <source>Oxygen sensor current</source>
        <translation>Lambda­sonden­strom</translation>
    </message>
    <message>
        <source>Reference torque</source>
        <translation>Bezugs­drehmoment</translation>
    </message>
    <message>
        <source>Relative throttle position</source>
        <translation>Drosselklappe relativ</translation>
    </message>
    <message>
        <source>Short fuel correction</source>
        <translation>Kurzzeit-Gemisch­korrektur</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Throttle position</source>
        <translation>Drosselklappe</translation>
    </message>
    <message>
        <source>Throttle wanted</source>
        <translation>Drosselklappe, Soll</translation>
    </message>
    <message>
        <source>Time since codes were cleared</source>
        <translation>Zeit seit dem Löschen</translation>
    </message>
    <message>
        <source>Time since the start</source>
        <translation>Zeit seit dem Start</translation>
    </message>
    <message>
        <source>Time with the warning lamp on</source>
        <translation>Zeit mit Warnleuchte</translation>
    </message>
    <message>
        <source>Torque</source>
        <translation>Drehmoment</translation>
    </message>
    <message>
        <source>Torque wanted</source>
        <translation>Drehmoment, Soll</translation>
    </message>
    <message>
        <source>Warm-ups since codes were cleared</source>
        <translation>Warmläufe seit dem Löschen</translation>
    </message>
    <message>
        <source>rpm</source>
        <translation>1/min</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
</context>
<context>
    <name>ConsumptionPanel</name>
    <message>
        <source>Average</source>
        <translation>Durchschnitt</translation>
    </message>
    <message>
        <source>Average, fuel</source>
        <translation>Durchschnitt, Kraftstoff</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>The graph fills as you drive.</source>
        <translation>Die Kurve wächst beim Fahren.</translation>
    </message>
</context>
<context>
    <name>CruiseGroup</name>
    <message>
        <source>Cruise control, set at the wheel</source>
        <translation>Tempomat, am Lenkrad bedient</translation>
    </message>
    <message>
        <source>Cruise control</source>
        <translation>Tempomat</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Distance to the car ahead</source>
        <translation>Abstand zum Vordermann</translation>
    </message>
    <message>
        <source>Level %1</source>
        <translation>Stufe %1</translation>
    </message>
</context>
<context>
    <name>Diagnostics</name>
    <message>
        <source>No faults are stored.</source>
        <translation>Keine Fehler gespeichert.</translation>
    </message>
    <message>
        <source>A serious fault. Stop safely and get help.</source>
        <translation>Ein schwerer Fehler. Sicher anhalten und Hilfe holen.</translation>
    </message>
    <message>
        <source>The car should see a workshop soon.</source>
        <translation>Das Auto sollte bald in die Werkstatt.</translation>
    </message>
    <message>
        <source>A small fault. You can drive on.</source>
        <translation>Ein kleiner Fehler. Weiterfahren ist möglich.</translation>
    </message>
    <message>
        <source>Checked at %1</source>
        <translation>Geprüft um %1</translation>
    </message>
    <message>
        <source>This car tells of no self-tests.</source>
        <translation>Dieses Auto nennt keine Selbsttests.</translation>
    </message>
    <message>
        <source>All self-tests have run. Ready for an inspection.</source>
        <translation>Alle Selbsttests sind gelaufen. Bereit für die Prüfung.</translation>
    </message>
    <message>
        <source>%1 of %2 self-tests are still to run. Driving brings them.</source>
        <translation>%1 von %2 Selbsttests fehlen noch. Sie laufen beim Fahren.</translation>
    </message>
    <message>
        <source>Nothing in this car&apos;s profile says how to reach them.</source>
        <translation>Im Profil dieses Autos steht kein Weg zur Diagnose.</translation>
    </message>
    <message>
        <source>The adapter is not connected.</source>
        <translation>Der Adapter ist nicht verbunden.</translation>
    </message>
    <message>
        <source>Looking for the car&apos;s control units…</source>
        <translation>Steuergeräte werden gesucht…</translation>
    </message>
    <message>
        <source>They do not answer. Is the ignition on?</source>
        <translation>Sie antworten nicht. Ist die Zündung an?</translation>
    </message>
    <message>
        <source>Codes can be cleared when parked.</source>
        <translation>Löschen geht im Stand.</translation>
    </message>
    <message>
        <source>Cleared. What was known is kept in the log.</source>
        <translation>Gelöscht. Was bekannt war, steht im Protokoll.</translation>
    </message>
    <message>
        <source>Stop safely</source>
        <translation>Sicher anhalten</translation>
    </message>
    <message>
        <source>You can drive on</source>
        <translation>Weiterfahren möglich</translation>
    </message>
    <message>
        <source>Workshop soon</source>
        <translation>Bald zur Werkstatt</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>seen once</source>
        <translation>einmal gesehen</translation>
    </message>
    <message>
        <source>permanent</source>
        <translation>dauerhaft</translation>
    </message>
    <message>
        <source>No fault</source>
        <translation>Kein Fehler</translation>
    </message>
    <message>
        <source>Misfire</source>
        <translation>Zündaussetzer</translation>
    </message>
    <message>
        <source>Fuel system</source>
        <translation>Kraftstoff­system</translation>
    </message>
    <message>
        <source>Sensors and wiring</source>
        <translation>Sensoren und Leitungen</translation>
    </message>
    <message>
        <source>Catalytic converter</source>
        <translation>Katalysator</translation>
    </message>
    <message>
        <source>Heated catalytic converter</source>
        <translation>Beheizter Katalysator</translation>
    </message>
    <message>
        <source>Fuel vapour</source>
        <translation>Kraftstoffdämpfe</translation>
    </message>
    <message>
        <source>Secondary air</source>
        <translation>Sekundärluft</translation>
    </message>
    <message>
        <source>Particulate filter</source>
        <translation>Partikelfilter</translation>
    </message>
    <message>
        <source>Oxygen sensors</source>
        <translation>Lambdasonden</translation>
    </message>
    <message>
        <source>Oxygen sensor heaters</source>
        <translation>Lambda­sondenheizung</translation>
    </message>
    <message>
        <source>Exhaust gas recirculation</source>
        <translation>Abgas­rückführung</translation>
    </message>
    <message>
        <source>Oxidation catalyst</source>
        <translation>Oxidationskatalysator</translation>
    </message>
    <message>
        <source>Nitrogen oxides</source>
        <translation>Stickoxide</translation>
    </message>
    <message>
        <source>Boost pressure</source>
        <translation>Ladedruck</translation>
    </message>
    <message>
        <source>Exhaust gas sensor</source>
        <translation>Abgassensor</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
</context>
<context>
    <name>DiagnosticsAway</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Reading the car</source>
        <translation>Das Auto wird gelesen</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>Noch keine Antwort</translation>
    </message>
    <message>
        <source>No diagnostics</source>
        <translation>Keine Diagnose</translation>
    </message>
</context>
<context>
    <name>DiagnosticsCodes</name>
    <message>
        <source>More when the car stands still.</source>
        <translation>Mehr, wenn das Auto steht.</translation>
    </message>
    <message>
        <source>Clear codes</source>
        <translation>Codes löschen</translation>
    </message>
</context>
<context>
    <name>DiagnosticsConfirm</name>
    <message>
        <source>Clear codes</source>
        <translation>Codes löschen</translation>
    </message>
    <message>
        <source>Clear all codes?</source>
        <translation>Alle Codes löschen?</translation>
    </message>
    <message>
        <source>They come back if the fault is still there. A list of them is kept, and the car repeats its self-tests.</source>
        <translation>Sie kommen wieder, wenn der Fehler noch da ist. Eine Liste bleibt erhalten, und das Auto wiederholt seine Selbsttests.</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>DiagnosticsDetail</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>When it appeared</source>
        <translation>Als er auftrat</translation>
    </message>
    <message>
        <source>The car kept no values of that moment.</source>
        <translation>Das Auto hat keine Werte von diesem Moment.</translation>
    </message>
</context>
<context>
    <name>DiagnosticsHealth</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
</context>
<context>
    <name>DiagnosticsSection</name>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Self-tests</source>
        <translation>Selbsttests</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Details wait until the car stands still.</source>
        <translation>Einzelheiten, wenn das Auto steht.</translation>
    </message>
</context>
<context>
    <name>DiagnosticsValues</name>
    <message>
        <source>This car tells no live values.</source>
        <translation>Dieses Auto nennt keine Werte.</translation>
    </message>
</context>
<context>
    <name>DisplaySettings</name>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>Day and night</source>
        <translation>Tag und Nacht</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>Nacht</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>Size of text and controls</source>
        <translation>Größe von Text und Tasten</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Where the driver sits</source>
        <translation>Wo der Fahrer sitzt</translation>
    </message>
    <message>
        <source>Driver&apos;s side</source>
        <translation>Fahrerseite</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
</context>
<context>
    <name>Divider</name>
    <message>
        <source>Sizes of the two</source>
        <translation>Größe der beiden</translation>
    </message>
</context>
<context>
    <name>DriveModes</name>
    <message>
        <source>Further on a charge</source>
        <translation>Weiter mit einer Ladung</translation>
    </message>
    <message>
        <source>For every day</source>
        <translation>Für jeden Tag</translation>
    </message>
    <message>
        <source>Quick and firm</source>
        <translation>Schnell und straff</translation>
    </message>
    <message>
        <source>Gentle on slippery roads</source>
        <translation>Sanft auf glatten Straßen</translation>
    </message>
    <message>
        <source>As you set it</source>
        <translation>Wie eingestellt</translation>
    </message>
    <message>
        <source>Eco</source>
        <translation>Sparsam</translation>
    </message>
    <message>
        <source>Comfort</source>
        <translation>Komfort</translation>
    </message>
    <message>
        <source>Sport</source>
        <translation>Sportlich</translation>
    </message>
    <message>
        <source>Snow</source>
        <translation>Schnee</translation>
    </message>
    <message>
        <source>Individual</source>
        <translation>Individuell</translation>
    </message>
    <message>
        <source>Drive mode</source>
        <translation>Fahrmodus</translation>
    </message>
</context>
<context>
    <name>DriverSettings</name>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>New driver</source>
        <translation>Neuer Fahrer</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>Energy</name>
    <message>
        <source>Cold. It charges slower until it is warm.</source>
        <translation>Kalt. Sie lädt langsamer, bis sie warm ist.</translation>
    </message>
    <message>
        <source>At a good temperature.</source>
        <translation>Gut temperiert.</translation>
    </message>
    <message>
        <source>Hot. Full power may not be there until it has cooled.</source>
        <translation>Heiß. Volle Leistung gibt es womöglich erst nach dem Abkühlen.</translation>
    </message>
    <message>
        <source>Like new</source>
        <translation>Wie neu</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Aged</source>
        <translation>Gealtert</translation>
    </message>
    <message>
        <source>Worn. Ask for a check at the next service.</source>
        <translation>Verbraucht. Bei der nächsten Wartung prüfen lassen.</translation>
    </message>
    <message>
        <source>Driving</source>
        <translation>Fahren</translation>
    </message>
    <message>
        <source>Recovering energy</source>
        <translation>Gewinnt zurück</translation>
    </message>
    <message>
        <source>Charging</source>
        <translation>Lädt</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Steht</translation>
    </message>
    <message>
        <source>At rest</source>
        <translation>In Ruhe</translation>
    </message>
    <message>
        <source>Much too low. Stop and add oil.</source>
        <translation>Viel zu niedrig. Anhalten und Öl nachfüllen.</translation>
    </message>
    <message>
        <source>Low. Add oil soon.</source>
        <translation>Niedrig. Bald Öl nachfüllen.</translation>
    </message>
    <message>
        <source>A little too high</source>
        <translation>Etwas zu hoch</translation>
    </message>
    <message>
        <source>Much too high. Have oil drained.</source>
        <translation>Viel zu hoch. Öl ablassen lassen.</translation>
    </message>
    <message>
        <source>Not plugged in</source>
        <translation>Nicht angesteckt</translation>
    </message>
    <message>
        <source>Plugged in, not charging</source>
        <translation>Angesteckt, lädt nicht</translation>
    </message>
    <message>
        <source>Plugged in, waiting for the time set</source>
        <translation>Angesteckt, wartet auf die Zeit</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>Geladen</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 Min.</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 Std. %2 Min.</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 um %2</translation>
    </message>
</context>
<context>
    <name>EnergySection</name>
    <message>
        <source>Driving</source>
        <translation>Fahren</translation>
    </message>
    <message>
        <source>Charging</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>FanSlider</name>
    <message>
        <source>Fan</source>
        <translation>Gebläse</translation>
    </message>
</context>
<context>
    <name>FilePane</name>
    <message>
        <source>Look again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Download it once from the scrcpy project&apos;s releases and copy it to this place. It is checked before it is used.</source>
        <translation>Einmal von den Veröffentlichungen des Projekts scrcpy laden und hierher kopieren. Vor der Benutzung wird sie geprüft.</translation>
    </message>
    <message>
        <source>A small helper is missing</source>
        <translation>Eine kleine Hilfsdatei fehlt</translation>
    </message>
</context>
<context>
    <name>FindSheet</name>
    <message>
        <source>Find an app</source>
        <translation>App suchen</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Show the call</source>
        <translation>Anruf zeigen</translation>
    </message>
</context>
<context>
    <name>GearLetters</name>
    <message>
        <source>Gear %1</source>
        <translation>Gang %1</translation>
    </message>
</context>
<context>
    <name>Guidance</name>
    <message>
        <source>Looking for another way</source>
        <translation>Neue Route wird gesucht</translation>
    </message>
    <message>
        <source>Set off</source>
        <translation>Losfahren</translation>
    </message>
    <message>
        <source>Straight on</source>
        <translation>Geradeaus</translation>
    </message>
    <message>
        <source>Bear left</source>
        <translation>Leicht links</translation>
    </message>
    <message>
        <source>Bear right</source>
        <translation>Leicht rechts</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Links abbiegen</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Rechts abbiegen</translation>
    </message>
    <message>
        <source>Sharp left</source>
        <translation>Scharf links</translation>
    </message>
    <message>
        <source>Sharp right</source>
        <translation>Scharf rechts</translation>
    </message>
    <message>
        <source>Turn around</source>
        <translation>Wenden</translation>
    </message>
    <message>
        <source>Take the ramp</source>
        <translation>Auffahrt nehmen</translation>
    </message>
    <message>
        <source>Take the ramp on the left</source>
        <translation>Linke Auffahrt nehmen</translation>
    </message>
    <message>
        <source>Take the ramp on the right</source>
        <translation>Rechte Auffahrt nehmen</translation>
    </message>
    <message>
        <source>Take the exit</source>
        <translation>Ausfahrt nehmen</translation>
    </message>
    <message>
        <source>Take the exit on the left</source>
        <translation>Linke Ausfahrt nehmen</translation>
    </message>
    <message>
        <source>Take the exit on the right</source>
        <translation>Rechte Ausfahrt nehmen</translation>
    </message>
    <message>
        <source>Keep left</source>
        <translation>Links halten</translation>
    </message>
    <message>
        <source>Keep right</source>
        <translation>Rechts halten</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Einfädeln</translation>
    </message>
    <message>
        <source>Merge to the left</source>
        <translation>Links einfädeln</translation>
    </message>
    <message>
        <source>Merge to the right</source>
        <translation>Rechts einfädeln</translation>
    </message>
    <message>
        <source>Take the ferry</source>
        <translation>Fähre nehmen</translation>
    </message>
    <message>
        <source>Take the car train</source>
        <translation>Autozug nehmen</translation>
    </message>
    <message>
        <source>You arrive</source>
        <translation>Am Ziel</translation>
    </message>
    <message>
        <source>You arrive, on the left</source>
        <translation>Ziel auf der linken Seite</translation>
    </message>
    <message>
        <source>You arrive, on the right</source>
        <translation>Ziel auf der rechten Seite</translation>
    </message>
    <message>
        <source>Roundabout, exit %1</source>
        <translation>Kreisverkehr, Ausfahrt %1</translation>
    </message>
    <message>
        <source>Through the roundabout</source>
        <translation>Durch den Kreisverkehr</translation>
    </message>
</context>
<context>
    <name>HeadsUp</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>KeepCard</name>
    <message>
        <source>Something odd?</source>
        <translation>Etwas ungewöhnlich?</translation>
    </message>
    <message>
        <source>The last minute of the car&apos;s data is at hand. Keep it to have it looked at.</source>
        <translation>Die letzte Minute der Fahrzeugdaten liegt bereit. Für eine Prüfung behalten.</translation>
    </message>
    <message>
        <source>Blank the car&apos;s number</source>
        <translation>Fahrzeug­nummer schwärzen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>KeyLesson</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>KeySettings</name>
    <message>
        <source>Choose what a key shall do, then press it.</source>
        <translation>Auswählen, was eine Taste tun soll, dann die Taste drücken.</translation>
    </message>
    <message>
        <source>Keys can be taught when the car is parked.</source>
        <translation>Tasten lassen sich im geparkten Auto anlernen.</translation>
    </message>
    <message>
        <source>Forget the key for %1</source>
        <translation>Taste für %1 vergessen</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Capital letter</source>
        <translation>Großbuchstabe</translation>
    </message>
    <message>
        <source>Digits and signs</source>
        <translation>Ziffern und Zeichen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Put the keyboard away</source>
        <translation>Tastatur schließen</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Louder</source>
        <translation>Lauter</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Leiser</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Wiedergabe oder Pause</translation>
    </message>
    <message>
        <source>Next title</source>
        <translation>Nächster Titel</translation>
    </message>
    <message>
        <source>Previous title</source>
        <translation>Voriger Titel</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Knob, turned</source>
        <translation>Drehregler, gedreht</translation>
    </message>
    <message>
        <source>Knob, pressed</source>
        <translation>Drehregler, gedrückt</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Runter</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Medien</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Fahrzeug</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Take a call</source>
        <translation>Anruf annehmen</translation>
    </message>
    <message>
        <source>End a call</source>
        <translation>Anruf beenden</translation>
    </message>
    <message>
        <source>The phone&apos;s assistant</source>
        <translation>Assistent des Handys</translation>
    </message>
    <message>
        <source>One moment. Do not press any key yet.</source>
        <translation>Einen Moment. Bitte noch keine Taste drücken.</translation>
    </message>
    <message>
        <source>Press the key now.</source>
        <translation>Jetzt die Taste drücken.</translation>
    </message>
    <message>
        <source>Press the same key once more.</source>
        <translation>Dieselbe Taste noch einmal drücken.</translation>
    </message>
    <message>
        <source>The key is learnt.</source>
        <translation>Die Taste ist gelernt.</translation>
    </message>
    <message>
        <source>No key was noticed. Try again, or choose another key.</source>
        <translation>Es wurde keine Taste bemerkt. Noch einmal versuchen oder eine andere Taste wählen.</translation>
    </message>
    <message>
        <source>Turn the knob to the right, five clicks.</source>
        <translation>Den Regler fünf Rasten nach rechts drehen.</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>As the car has it</source>
        <translation>Wie vom Auto vorgesehen</translation>
    </message>
    <message>
        <source>Learnt, a key of the car</source>
        <translation>Gelernt, eine Taste des Autos</translation>
    </message>
    <message>
        <source>Learnt, %1</source>
        <translation>Gelernt, %1</translation>
    </message>
</context>
<context>
    <name>Launcher</name>
    <message>
        <source>More apps are there when parked.</source>
        <translation>Weitere Apps erscheinen im Stand.</translation>
    </message>
    <message>
        <source>The phone has not told its apps yet.</source>
        <translation>Das Handy hat seine Apps noch nicht genannt.</translation>
    </message>
    <message>
        <source>No app has this name.</source>
        <translation>Keine App heißt so.</translation>
    </message>
</context>
<context>
    <name>LauncherHeader</name>
    <message>
        <source>Find an app</source>
        <translation>App suchen</translation>
    </message>
    <message>
        <source>Favourites are chosen</source>
        <translation>Favoriten sind gewählt</translation>
    </message>
    <message>
        <source>Choose favourites</source>
        <translation>Favoriten wählen</translation>
    </message>
    <message>
        <source>Set up a phone</source>
        <translation>Telefon einrichten</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Now playing</source>
        <translation>Aktuelle Wiedergabe</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteliste</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>Alben</translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>Interpreten</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>The rest of the list is there when parked.</source>
        <translation>Der Rest der Liste erscheint im Stand.</translation>
    </message>
    <message>
        <source>Music on this device or a USB stick shows up here.</source>
        <translation>Musik von diesem Gerät oder einem USB-Stick erscheint hier.</translation>
    </message>
    <message>
        <source>No music yet</source>
        <translation>Noch keine Musik</translation>
    </message>
</context>
<context>
    <name>LidsGroup</name>
    <message>
        <source>Boot</source>
        <translation>Kofferraum</translation>
    </message>
    <message>
        <source>Front boot</source>
        <translation>Frunk</translation>
    </message>
    <message>
        <source>Charge port</source>
        <translation>Ladeklappe</translation>
    </message>
    <message>
        <source>Bonnet</source>
        <translation>Motorhaube</translation>
    </message>
    <message>
        <source>Shut</source>
        <translation>Zu</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
</context>
<context>
    <name>LightsSection</name>
    <message>
        <source>Inside</source>
        <translation>Innen</translation>
    </message>
    <message>
        <source>Whole cabin</source>
        <translation>Ganzer Innenraum</translation>
    </message>
    <message>
        <source>Driver&apos;s reading light</source>
        <translation>Leselicht Fahrer</translation>
    </message>
    <message>
        <source>Passenger&apos;s reading light</source>
        <translation>Leselicht Beifahrer</translation>
    </message>
</context>
<context>
    <name>Liquids</name>
    <message>
        <source>Oil</source>
        <translation>Öl</translation>
    </message>
    <message>
        <source>Coolant</source>
        <translation>Kühlmittel</translation>
    </message>
    <message>
        <source>AdBlue</source>
        <translation>AdBlue</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Tank flap</source>
        <translation>Tankklappe</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
</context>
<context>
    <name>LocksGroup</name>
    <message>
        <source>Locks</source>
        <translation>Verriegelung</translation>
    </message>
    <message>
        <source>All locked</source>
        <translation>Alles verriegelt</translation>
    </message>
    <message>
        <source>Lock all</source>
        <translation>Alles verriegeln</translation>
    </message>
    <message>
        <source>Front right</source>
        <translation>Vorn rechts</translation>
    </message>
    <message>
        <source>Front left</source>
        <translation>Vorn links</translation>
    </message>
    <message>
        <source>Rear right</source>
        <translation>Hinten rechts</translation>
    </message>
    <message>
        <source>Rear left</source>
        <translation>Hinten links</translation>
    </message>
    <message>
        <source>Boot</source>
        <translation>Kofferraum</translation>
    </message>
    <message>
        <source>The switches of the rear windows do nothing.</source>
        <translation>Die Schalter der hinteren Fenster sind ohne Wirkung.</translation>
    </message>
    <message>
        <source>Lock the rear windows</source>
        <translation>Hintere Fenster sperren</translation>
    </message>
    <message>
        <source>The rear doors do not open from inside.</source>
        <translation>Die hinteren Türen gehen von innen nicht auf.</translation>
    </message>
    <message>
        <source>Child lock</source>
        <translation>Kindersicherung</translation>
    </message>
    <message>
        <source>The doors lock when the car drives off.</source>
        <translation>Die Türen verriegeln beim Losfahren.</translation>
    </message>
    <message>
        <source>Lock by itself</source>
        <translation>Automatisch verriegeln</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Entriegelt</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Verriegelt</translation>
    </message>
</context>
<context>
    <name>Maintenance</name>
    <message>
        <source>The service is due. Make an appointment.</source>
        <translation>Die Wartung ist fällig. Termin vereinbaren.</translation>
    </message>
    <message>
        <source>The service is due soon. Make an appointment.</source>
        <translation>Die Wartung ist bald fällig. Termin vereinbaren.</translation>
    </message>
    <message>
        <source>Nothing to do yet.</source>
        <translation>Noch nichts zu tun.</translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation>%1 Monate</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
</context>
<context>
    <name>Media</name>
    <message>
        <source>Queue</source>
        <translation>Warteliste</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>Alben</translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>Interpreten</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>MediaPage</name>
    <message>
        <source>Media is away</source>
        <translation>Medien sind gerade nicht da</translation>
    </message>
</context>
<context>
    <name>MirrorHeatTile</name>
    <message>
        <source>Heated mirrors</source>
        <translation>Beheizte Spiegel</translation>
    </message>
</context>
<context>
    <name>MirrorsGroup</name>
    <message>
        <source>Mirrors</source>
        <translation>Spiegel</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Ausgeklappt</translation>
    </message>
    <message>
        <source>Folded in</source>
        <translation>Eingeklappt</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>Passenger</source>
        <translation>Beifahrer</translation>
    </message>
    <message>
        <source>In and out</source>
        <translation>Nach innen und außen</translation>
    </message>
    <message>
        <source>Up and down</source>
        <translation>Nach oben und unten</translation>
    </message>
    <message>
        <source>The mirrors fold in when the car is locked.</source>
        <translation>Die Spiegel klappen beim Verriegeln ein.</translation>
    </message>
    <message>
        <source>Fold by themselves</source>
        <translation>Automatisch einklappen</translation>
    </message>
    <message>
        <source>In reverse the mirror shows the kerb.</source>
        <translation>Im Rückwärtsgang zeigt der Spiegel den Bordstein.</translation>
    </message>
    <message>
        <source>Tilt in reverse</source>
        <translation>Absenken im Rückwärtsgang</translation>
    </message>
</context>
<context>
    <name>NowPlayingCard</name>
    <message>
        <source>Media</source>
        <translation>Medien</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorheriger Titel</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster Titel</translation>
    </message>
    <message>
        <source>Choose some music to begin.</source>
        <translation>Wähle Musik aus.</translation>
    </message>
    <message>
        <source>Nothing plays</source>
        <translation>Nichts läuft</translation>
    </message>
    <message>
        <source>Media is away</source>
        <translation>Medien sind gerade nicht da</translation>
    </message>
</context>
<context>
    <name>OutsideLights</name>
    <message>
        <source>Outside</source>
        <translation>Außen</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Side lights</source>
        <translation>Standlicht</translation>
    </message>
    <message>
        <source>Daytime</source>
        <translation>Tagfahrlicht</translation>
    </message>
    <message>
        <source>Low beam</source>
        <translation>Abblendlicht</translation>
    </message>
    <message>
        <source>High beam on dark roads, dipped for others.</source>
        <translation>Fernlicht auf dunklen Straßen, abgeblendet für andere.</translation>
    </message>
    <message>
        <source>Automatic high beam</source>
        <translation>Fernlicht­automatik</translation>
    </message>
    <message>
        <source>Light after locking</source>
        <translation>Licht nach dem Verriegeln</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 Sek.</translation>
    </message>
    <message>
        <source>High beam</source>
        <translation>Fernlicht</translation>
    </message>
    <message>
        <source>Front fog lights</source>
        <translation>Nebellicht vorn</translation>
    </message>
    <message>
        <source>Rear fog light</source>
        <translation>Nebellicht hinten</translation>
    </message>
    <message>
        <source>Hazard lights</source>
        <translation>Warnblinker</translation>
    </message>
</context>
<context>
    <name>OverviewSection</name>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
</context>
<context>
    <name>PairingPane</name>
    <message>
        <source>Scan</source>
        <translation>Scannen</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Ziffern</translation>
    </message>
    <message>
        <source>Cable</source>
        <translation>Kabel</translation>
    </message>
    <message>
        <source>Pairing is for when the car is parked.</source>
        <translation>Koppeln geht im Stand.</translation>
    </message>
    <message>
        <source>On the phone: Settings, About phone, tap the build number seven times. Then Developer options, USB debugging. Plug it in and unlock it.</source>
        <translation>Am Telefon: Einstellungen, Über das Telefon, siebenmal auf die Build-Nummer tippen. Dann Entwickleroptionen, USB-Debugging. Anstecken und entsperren.</translation>
    </message>
    <message>
        <source>By cable</source>
        <translation>Mit Kabel</translation>
    </message>
</context>
<context>
    <name>ParkingPanel</name>
    <message>
        <source>Clear</source>
        <translation>Frei</translation>
    </message>
</context>
<context>
    <name>PhoneAdding</name>
    <message>
        <source>Add a phone</source>
        <translation>Handy hinzufügen</translation>
    </message>
    <message>
        <source>Phone address</source>
        <translation>Adresse des Handys</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
</context>
<context>
    <name>PhoneDetails</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Trust it</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Comes first</source>
        <translation>Hat Vorrang</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
</context>
<context>
    <name>PhoneHeading</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>PhoneList</name>
    <message>
        <source>No phone is known yet.</source>
        <translation>Noch ist kein Handy bekannt.</translation>
    </message>
    <message>
        <source>Connect phones by themselves</source>
        <translation>Handys von selbst verbinden</translation>
    </message>
    <message>
        <source>Add a phone</source>
        <translation>Handy hinzufügen</translation>
    </message>
</context>
<context>
    <name>Phones</name>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindet …</translation>
    </message>
    <message>
        <source>Allow this car on the phone&apos;s screen.</source>
        <translation>Dieses Auto auf dem Handy zulassen.</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Phone lost. Looking for it.</source>
        <translation>Handy verloren. Es wird gesucht.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Pairing code</source>
        <translation>Kopplungscode</translation>
    </message>
    <message>
        <source>Wi-Fi band in GHz</source>
        <translation>WLAN-Band in GHz</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Driver&apos;s side</source>
        <translation>Fahrerseite</translation>
    </message>
    <message>
        <source>Name phones see</source>
        <translation>Name für Handys</translation>
    </message>
    <message>
        <source>Delay of music in ms</source>
        <translation>Musikverzögerung in ms</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Dongle</source>
        <translation>Dongle</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Handy</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
</context>
<context>
    <name>PlaceHeader</name>
    <message>
        <source>Back in %1</source>
        <translation>Zurück in %1</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
</context>
<context>
    <name>PlayerInfo</name>
    <message>
        <source>Nothing plays</source>
        <translation>Nichts läuft</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>Kein Ton</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Mediathek</translation>
    </message>
</context>
<context>
    <name>Projection</name>
    <message>
        <source>Not shown while driving.</source>
        <translation>Während der Fahrt nicht sichtbar.</translation>
    </message>
    <message>
        <source>Opening {0}…</source>
        <translation>{0} wird geöffnet …</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindet …</translation>
    </message>
    <message>
        <source>Pair this phone with the car.</source>
        <translation>Dieses Telefon mit dem Auto koppeln.</translation>
    </message>
    <message>
        <source>Allow this car on the phone&apos;s screen.</source>
        <translation>Erlaube dieses Auto auf dem Handy.</translation>
    </message>
    <message>
        <source>Phone lost. Looking for it.</source>
        <translation>Handy verloren. Suche läuft.</translation>
    </message>
    <message>
        <source>Not in reach</source>
        <translation>Nicht in Reichweite</translation>
    </message>
    <message>
        <source>No phone</source>
        <translation>Kein Handy</translation>
    </message>
</context>
<context>
    <name>ProjectionCard</name>
    <message>
        <source>Phone apps</source>
        <translation>Handy-Apps</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>No phone</source>
        <translation>Kein Handy</translation>
    </message>
    <message>
        <source>Phone apps are away</source>
        <translation>Handy-Apps sind gerade nicht da</translation>
    </message>
</context>
<context>
    <name>ProjectionPage</name>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Phone settings</source>
        <translation>Telefon-Einstellungen</translation>
    </message>
    <message>
        <source>Set up a phone</source>
        <translation>Telefon einrichten</translation>
    </message>
    <message>
        <source>Phone apps are away</source>
        <translation>Handy-Apps sind gerade nicht da</translation>
    </message>
</context>
<context>
    <name>QuickActions</name>
    <message>
        <source>Unlocked</source>
        <translation>Entriegelt</translation>
    </message>
    <message>
        <source>Doors</source>
        <translation>Türen</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Verriegelt</translation>
    </message>
    <message>
        <source>Boot</source>
        <translation>Kofferraum</translation>
    </message>
    <message>
        <source>Charge port</source>
        <translation>Ladeklappe</translation>
    </message>
    <message>
        <source>Front boot</source>
        <translation>Frunk</translation>
    </message>
    <message>
        <source>Shut</source>
        <translation>Zu</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Phone apps</source>
        <translation>Handy-Apps</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Medien</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Fahrzeug</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>RangeCard</name>
    <message>
        <source>%1 range</source>
        <translation>%1 Reichweite</translation>
    </message>
</context>
<context>
    <name>RangeSummary</name>
    <message>
        <source>%1 range</source>
        <translation>%1 Reichweite</translation>
    </message>
</context>
<context>
    <name>RearButtons</name>
    <message>
        <source>Next camera</source>
        <translation>Nächste Kamera</translation>
    </message>
    <message>
        <source>Tones off</source>
        <translation>Töne aus</translation>
    </message>
    <message>
        <source>Tones quiet</source>
        <translation>Töne leise</translation>
    </message>
    <message>
        <source>Tones on</source>
        <translation>Töne an</translation>
    </message>
    <message>
        <source>Close the camera</source>
        <translation>Kamera schließen</translation>
    </message>
</context>
<context>
    <name>RearView</name>
    <message>
        <source>No camera. Look behind you.</source>
        <translation>Keine Kamera. Bitte nach hinten sehen.</translation>
    </message>
    <message>
        <source>Rear view</source>
        <translation>Rückansicht</translation>
    </message>
    <message>
        <source>ahead, left</source>
        <translation>vorn links</translation>
    </message>
    <message>
        <source>ahead</source>
        <translation>vorn</translation>
    </message>
    <message>
        <source>ahead, right</source>
        <translation>vorn rechts</translation>
    </message>
    <message>
        <source>behind, left</source>
        <translation>hinten links</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>hinten</translation>
    </message>
    <message>
        <source>behind, right</source>
        <translation>hinten rechts</translation>
    </message>
    <message>
        <source>Camera starting. Look behind you.</source>
        <translation>Kamera startet. Bitte nach hinten sehen.</translation>
    </message>
    <message>
        <source>Nothing but black. Look behind you.</source>
        <translation>Nur Schwarz zu sehen. Bitte nach hinten sehen.</translation>
    </message>
    <message>
        <source>Camera lost. Look ahead.</source>
        <translation>Kamera ausgefallen. Bitte nach vorn sehen.</translation>
    </message>
    <message>
        <source>Camera lost. Look behind you.</source>
        <translation>Kamera ausgefallen. Bitte nach hinten sehen.</translation>
    </message>
    <message>
        <source>Rear</source>
        <translation>Hinten</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Vorn</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
</context>
<context>
    <name>Recorder</name>
    <message>
        <source>The last minute is kept.</source>
        <translation>Die letzte Minute ist gesichert.</translation>
    </message>
</context>
<context>
    <name>RecorderSection</name>
    <message>
        <source>What you keep is listed here, newest first.</source>
        <translation>Was du behältst, steht hier, das Neueste zuerst.</translation>
    </message>
    <message>
        <source>Nothing kept yet</source>
        <translation>Noch nichts gesichert</translation>
    </message>
</context>
<context>
    <name>Regeneration</name>
    <message>
        <source>Recovery when coasting</source>
        <translation>Rekuperation</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Mid</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
</context>
<context>
    <name>ReplayPanel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Position in the recording</source>
        <translation>Stelle in der Aufnahme</translation>
    </message>
</context>
<context>
    <name>ReplaySpeeds</name>
    <message>
        <source>%1×</source>
        <translation>%1-fach</translation>
    </message>
    <message>
        <source>Fastest</source>
        <translation>So schnell es geht</translation>
    </message>
</context>
<context>
    <name>ReplayTransport</name>
    <message>
        <source>Ten seconds back</source>
        <translation>Zehn Sekunden zurück</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Ten seconds on</source>
        <translation>Zehn Sekunden vor</translation>
    </message>
    <message>
        <source>Again and again</source>
        <translation>Immer wieder</translation>
    </message>
    <message>
        <source>Mark this moment</source>
        <translation>Diese Stelle merken</translation>
    </message>
</context>
<context>
    <name>Restrictions</name>
    <message>
        <source>Available when the car stands still.</source>
        <translation>Verfügbar, wenn das Auto steht.</translation>
    </message>
    <message>
        <source>Available when parked.</source>
        <translation>Verfügbar, wenn das Auto parkt.</translation>
    </message>
</context>
<context>
    <name>RoofGroup</name>
    <message>
        <source>Roof</source>
        <translation>Dach</translation>
    </message>
    <message>
        <source>Sunroof</source>
        <translation>Schiebedach</translation>
    </message>
    <message>
        <source>Tilted</source>
        <translation>Gekippt</translation>
    </message>
    <message>
        <source>Shut</source>
        <translation>Zu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Tilt</source>
        <translation>Kippen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Shade</source>
        <translation>Rollo</translation>
    </message>
</context>
<context>
    <name>ScanPane</name>
    <message>
        <source>QR code for pairing</source>
        <translation>QR-Code zum Koppeln</translation>
    </message>
    <message>
        <source>On the phone: Developer options, Wireless debugging, Pair device with QR code. Both use one Wi-Fi.</source>
        <translation>Am Telefon: Entwickleroptionen, Debugging über WLAN, Gerät mit QR-Code koppeln. Beide sind im selben WLAN.</translation>
    </message>
    <message>
        <source>Hide the code</source>
        <translation>Code verbergen</translation>
    </message>
    <message>
        <source>Show a code</source>
        <translation>Code zeigen</translation>
    </message>
</context>
<context>
    <name>SeatAxes</name>
    <message>
        <source>Seat position</source>
        <translation>Sitzposition</translation>
    </message>
    <message>
        <source>Forward and back</source>
        <translation>Vor und zurück</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Backrest</source>
        <translation>Lehne</translation>
    </message>
    <message>
        <source>Lumbar support</source>
        <translation>Lendenstütze</translation>
    </message>
</context>
<context>
    <name>SeatButton</name>
    <message>
        <source>Heating %1</source>
        <translation>Heizung %1</translation>
    </message>
    <message>
        <source>Ventilation %1</source>
        <translation>Lüftung %1</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
</context>
<context>
    <name>SeatMassage</name>
    <message>
        <source>Massage</source>
        <translation>Sitzmassage</translation>
    </message>
    <message>
        <source>Massage %1</source>
        <translation>Massage Stufe %1</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
</context>
<context>
    <name>SeatMemory</name>
    <message>
        <source>Stored place %1</source>
        <translation>Gespeicherte Position %1</translation>
    </message>
    <message>
        <source>Tap to go there. Hold to store.</source>
        <translation>Tippen zum Abrufen. Halten zum Speichern.</translation>
    </message>
</context>
<context>
    <name>SeatsSection</name>
    <message>
        <source>Driver</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>Passenger</source>
        <translation>Beifahrer</translation>
    </message>
</context>
<context>
    <name>SectionLoader</name>
    <message>
        <source>The car does not answer</source>
        <translation>Das Auto antwortet nicht</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Climate</source>
        <translation>Klima</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Sitze</translation>
    </message>
    <message>
        <source>Doors</source>
        <translation>Türen</translation>
    </message>
    <message>
        <source>Lights</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Driving</source>
        <translation>Fahren</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Tyres</source>
        <translation>Reifen</translation>
    </message>
    <message>
        <source>Trips</source>
        <translation>Fahrten</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Recorder</source>
        <translation>Aufnahme</translation>
    </message>
</context>
<context>
    <name>SeekBar</name>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
</context>
<context>
    <name>ServiceCard</name>
    <message>
        <source>Next service</source>
        <translation>Nächste Wartung</translation>
    </message>
    <message>
        <source>or %1</source>
        <translation>oder %1</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>Jetzt fällig</translation>
    </message>
    <message>
        <source>This car does not tell when.</source>
        <translation>Dieses Auto sagt nicht, wann.</translation>
    </message>
    <message>
        <source>Odometer</source>
        <translation>Kilometerstand</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message>
        <source>There was no answer. Try again.</source>
        <translation>Keine Antwort. Versuche es erneut.</translation>
    </message>
    <message>
        <source>The vehicle does not answer.</source>
        <translation>Das Fahrzeug antwortet nicht.</translation>
    </message>
    <message>
        <source>Not running right now. It comes back by itself.</source>
        <translation>Gerade nicht aktiv. Kommt von selbst zurück.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet …</translation>
    </message>
    <message>
        <source>It does not answer. Trying again.</source>
        <translation>Keine Antwort. Neuer Versuch.</translation>
    </message>
    <message>
        <source>The vehicle is silent. Waiting for it.</source>
        <translation>Das Fahrzeug schweigt. Warten.</translation>
    </message>
    <message>
        <source>The vehicle&apos;s network is disturbed. Trying again.</source>
        <translation>Das Fahrzeugnetz ist gestört. Neuer Versuch.</translation>
    </message>
    <message>
        <source>Not connected to the vehicle.</source>
        <translation>Nicht mit dem Fahrzeug verbunden.</translation>
    </message>
    <message>
        <source>No sound device. Music plays silently.</source>
        <translation>Kein Audiogerät. Die Musik läuft stumm.</translation>
    </message>
    <message>
        <source>No sound device. Phones are not heard.</source>
        <translation>Kein Audiogerät. Telefone sind nicht zu hören.</translation>
    </message>
    <message>
        <source>Sound is back.</source>
        <translation>Der Ton ist wieder da.</translation>
    </message>
    <message>
        <source>There is no music yet. Add a folder or plug in a USB stick.</source>
        <translation>Noch keine Musik. Füge einen Ordner hinzu oder stecke einen USB-Stick ein.</translation>
    </message>
    <message>
        <source>The phone did not answer.</source>
        <translation>Das Handy hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>The phone is gone.</source>
        <translation>Das Handy ist weg.</translation>
    </message>
    <message>
        <source>The connection to the phone was closed.</source>
        <translation>Die Verbindung zum Handy wurde getrennt.</translation>
    </message>
    <message>
        <source>The phone closed the connection.</source>
        <translation>Das Handy hat die Verbindung getrennt.</translation>
    </message>
    <message>
        <source>The phone refused this car. Allow it in the phone&apos;s developer settings.</source>
        <translation>Das Handy hat dieses Auto abgelehnt. Erlaube es in den Entwickleroptionen.</translation>
    </message>
    <message>
        <source>The question on the phone was not answered. Allow this car there.</source>
        <translation>Die Frage auf dem Handy blieb offen. Erlaube dieses Auto dort.</translation>
    </message>
    <message>
        <source>Something answers there, but it is no phone.</source>
        <translation>Dort antwortet etwas, aber kein Handy.</translation>
    </message>
    <message>
        <source>Allow this car on the phone&apos;s screen.</source>
        <translation>Erlaube dieses Auto auf dem Handy.</translation>
    </message>
    <message>
        <source>The phone was unplugged.</source>
        <translation>Das Handy wurde abgesteckt.</translation>
    </message>
    <message>
        <source>The phone is not here.</source>
        <translation>Das Handy ist nicht da.</translation>
    </message>
    <message>
        <source>The phone is away. The app returns with it.</source>
        <translation>Das Handy ist weg. Die App kommt mit ihm zurück.</translation>
    </message>
    <message>
        <source>The phone did not list its apps.</source>
        <translation>Das Handy hat seine Apps nicht genannt.</translation>
    </message>
    <message>
        <source>The phone did not list its apps in time.</source>
        <translation>Das Handy hat seine Apps nicht rechtzeitig genannt.</translation>
    </message>
    <message>
        <source>The phone took too long to open the app.</source>
        <translation>Das Handy hat zu lange zum Öffnen der App gebraucht.</translation>
    </message>
    <message>
        <source>The phone did not show a picture of the app.</source>
        <translation>Das Handy hat kein Bild der App gezeigt.</translation>
    </message>
    <message>
        <source>The phone stopped showing the app.</source>
        <translation>Das Handy zeigt die App nicht mehr.</translation>
    </message>
    <message>
        <source>The phone stopped sending pictures.</source>
        <translation>Das Handy sendet keine Bilder mehr.</translation>
    </message>
    <message>
        <source>The app was closed.</source>
        <translation>Die App wurde geschlossen.</translation>
    </message>
    <message>
        <source>The app is not there yet.</source>
        <translation>Die App ist noch nicht da.</translation>
    </message>
    <message>
        <source>Typing is for when the car is parked.</source>
        <translation>Tippen geht nur im Stand.</translation>
    </message>
    <message>
        <source>The car&apos;s data is away. It is being looked for.</source>
        <translation>Die Fahrzeugdaten sind weg. Sie werden gesucht.</translation>
    </message>
    <message>
        <source>Part of the car&apos;s data is away. It is being looked for.</source>
        <translation>Ein Teil der Fahrzeugdaten fehlt. Er wird gesucht.</translation>
    </message>
    <message>
        <source>The recording has ended.</source>
        <translation>Die Aufzeichnung ist zu Ende.</translation>
    </message>
    <message>
        <source>Keys can be taught when the car is parked.</source>
        <translation>Tasten lassen sich im geparkten Auto anlernen.</translation>
    </message>
    <message>
        <source>There is a fault in the brakes. Stop where it is safe and have the car towed.</source>
        <translation>Störung der Bremsen. An sicherer Stelle anhalten und abschleppen lassen.</translation>
    </message>
    <message>
        <source>The brake fluid is low. Stop where it is safe and call for help.</source>
        <translation>Wenig Bremsflüssigkeit. An sicherer Stelle anhalten und Hilfe rufen.</translation>
    </message>
    <message>
        <source>There is a fault in the steering. Stop where it is safe and have the car towed.</source>
        <translation>Störung der Lenkung. An sicherer Stelle anhalten und abschleppen lassen.</translation>
    </message>
    <message>
        <source>The oil pressure is too low. Stop where it is safe and switch the engine off.</source>
        <translation>Der Öldruck ist zu niedrig. An sicherer Stelle anhalten und den Motor abstellen.</translation>
    </message>
    <message>
        <source>The engine is too hot. Stop where it is safe and let it cool down.</source>
        <translation>Der Motor ist zu heiß. An sicherer Stelle anhalten und abkühlen lassen.</translation>
    </message>
    <message>
        <source>There is a fault in the drive. Drive gently to a workshop.</source>
        <translation>Störung des Antriebs. Sanft zur Werkstatt fahren.</translation>
    </message>
    <message>
        <source>The engine reports a fault. You can go on gently; have it looked at soon.</source>
        <translation>Der Motor meldet eine Störung. Sanft weiterfahren und bald prüfen lassen.</translation>
    </message>
    <message>
        <source>There is a fault in the airbags. They may not open; have them looked at soon.</source>
        <translation>Störung der Airbags. Sie öffnen womöglich nicht; bald prüfen lassen.</translation>
    </message>
    <message>
        <source>The 12 V battery is not charged. Stop where it is safe; it may not start again.</source>
        <translation>Die 12-V-Batterie lädt nicht. Sicher anhalten; der Neustart kann ausfallen.</translation>
    </message>
    <message>
        <source>The car cannot go on. Stop where it is safe and call for help.</source>
        <translation>Das Auto kann nicht weiter. An sicherer Stelle anhalten und Hilfe rufen.</translation>
    </message>
    <message>
        <source>The driver&apos;s door is open. Stop where it is safe and close it.</source>
        <translation>Die Fahrertür ist offen. An sicherer Stelle anhalten und schließen.</translation>
    </message>
    <message>
        <source>The driver&apos;s door is open.</source>
        <translation>Die Fahrertür ist offen.</translation>
    </message>
    <message>
        <source>The front passenger&apos;s door is open. Stop where it is safe and close it.</source>
        <translation>Die Beifahrertür ist offen. An sicherer Stelle anhalten und schließen.</translation>
    </message>
    <message>
        <source>The front passenger&apos;s door is open.</source>
        <translation>Die Beifahrertür ist offen.</translation>
    </message>
    <message>
        <source>The rear door on the driver&apos;s side is open. Stop safely and close it.</source>
        <translation>Die Tür hinten auf der Fahrerseite ist offen. Sicher anhalten und schließen.</translation>
    </message>
    <message>
        <source>The rear door on the driver&apos;s side is open.</source>
        <translation>Die Tür hinten auf der Fahrerseite ist offen.</translation>
    </message>
    <message>
        <source>The rear door on the passenger&apos;s side is open. Stop safely and close it.</source>
        <translation>Die Tür hinten auf der Beifahrerseite ist offen. Sicher anhalten und schließen.</translation>
    </message>
    <message>
        <source>The rear door on the passenger&apos;s side is open.</source>
        <translation>Die Tür hinten auf der Beifahrerseite ist offen.</translation>
    </message>
    <message>
        <source>The bonnet is open. Stop where it is safe and close it.</source>
        <translation>Die Motorhaube ist offen. An sicherer Stelle anhalten und schließen.</translation>
    </message>
    <message>
        <source>The bonnet is open.</source>
        <translation>Die Motorhaube ist offen.</translation>
    </message>
    <message>
        <source>The boot is open. Stop where it is safe and close it.</source>
        <translation>Der Kofferraum ist offen. An sicherer Stelle anhalten und schließen.</translation>
    </message>
    <message>
        <source>The boot is open.</source>
        <translation>Der Kofferraum ist offen.</translation>
    </message>
    <message>
        <source>The front boot is open. Stop where it is safe and close it.</source>
        <translation>Der vordere Kofferraum ist offen. An sicherer Stelle anhalten und schließen.</translation>
    </message>
    <message>
        <source>The front boot is open.</source>
        <translation>Der vordere Kofferraum ist offen.</translation>
    </message>
    <message>
        <source>Your seat belt is not fastened. Please fasten it.</source>
        <translation>Dein Gurt ist nicht angelegt. Bitte anlegen.</translation>
    </message>
    <message>
        <source>The front passenger&apos;s seat belt is not fastened. Please fasten it.</source>
        <translation>Der Gurt auf dem Beifahrersitz ist nicht angelegt. Bitte anlegen.</translation>
    </message>
    <message>
        <source>The front left tyre is losing air fast. Slow down gently and stop safely.</source>
        <translation>Der Reifen vorn links verliert Luft. Sanft bremsen und sicher anhalten.</translation>
    </message>
    <message>
        <source>The front right tyre is losing air fast. Slow down gently and stop safely.</source>
        <translation>Der Reifen vorn rechts verliert Luft. Sanft bremsen und sicher anhalten.</translation>
    </message>
    <message>
        <source>The rear left tyre is losing air fast. Slow down gently and stop safely.</source>
        <translation>Der Reifen hinten links verliert Luft. Sanft bremsen und sicher anhalten.</translation>
    </message>
    <message>
        <source>The rear right tyre is losing air fast. Slow down gently and stop safely.</source>
        <translation>Der Reifen hinten rechts verliert Luft. Sanft bremsen und sicher anhalten.</translation>
    </message>
    <message>
        <source>The front left tyre is low on air. Fill it up at the next stop.</source>
        <translation>Der Reifen vorn links hat wenig Luft. Beim nächsten Halt nachfüllen.</translation>
    </message>
    <message>
        <source>The front right tyre is low on air. Fill it up at the next stop.</source>
        <translation>Der Reifen vorn rechts hat wenig Luft. Beim nächsten Halt nachfüllen.</translation>
    </message>
    <message>
        <source>The rear left tyre is low on air. Fill it up at the next stop.</source>
        <translation>Der Reifen hinten links hat wenig Luft. Beim nächsten Halt nachfüllen.</translation>
    </message>
    <message>
        <source>The rear right tyre is low on air. Fill it up at the next stop.</source>
        <translation>Der Reifen hinten rechts hat wenig Luft. Beim nächsten Halt nachfüllen.</translation>
    </message>
    <message>
        <source>The battery is nearly empty. Charge at once or stop where it is safe.</source>
        <translation>Die Batterie ist fast leer. Sofort laden oder an sicherer Stelle anhalten.</translation>
    </message>
    <message>
        <source>The battery is low. Charge soon.</source>
        <translation>Die Batterie ist schwach. Bald laden.</translation>
    </message>
    <message>
        <source>The battery is too hot. Stop where it is safe, get out and keep away.</source>
        <translation>Die Batterie ist zu heiß. Sicher anhalten, aussteigen und Abstand halten.</translation>
    </message>
    <message>
        <source>The fuel is low. Fill up soon.</source>
        <translation>Wenig Kraftstoff. Bald tanken.</translation>
    </message>
    <message>
        <source>The car does not get much further. Charge or fill up soon.</source>
        <translation>Das Auto kommt nicht mehr weit. Bald laden oder tanken.</translation>
    </message>
    <message>
        <source>The AdBlue is low. Fill it up soon, or the engine will not start again.</source>
        <translation>Wenig AdBlue. Bald nachfüllen, sonst startet der Motor nicht mehr.</translation>
    </message>
    <message>
        <source>There is hardly any oil left. Stop where it is safe and fill up oil.</source>
        <translation>Kaum noch Öl. An sicherer Stelle anhalten und Öl nachfüllen.</translation>
    </message>
    <message>
        <source>The oil is low. Fill up oil at the next stop.</source>
        <translation>Wenig Öl. Beim nächsten Halt Öl nachfüllen.</translation>
    </message>
    <message>
        <source>The oil is very hot. Drive gently until it has cooled down.</source>
        <translation>Das Öl ist sehr heiß. Sanft fahren, bis es abgekühlt ist.</translation>
    </message>
    <message>
        <source>The 12 V battery is weak. Have it looked at soon; the car may not start again.</source>
        <translation>Die 12-V-Batterie ist schwach. Bald prüfen lassen; der Neustart kann ausfallen.</translation>
    </message>
    <message>
        <source>The brake pads are worn. Have them replaced soon.</source>
        <translation>Die Bremsbeläge sind verschlissen. Bald ersetzen lassen.</translation>
    </message>
    <message>
        <source>The parking brake is on. Stop where it is safe and release it.</source>
        <translation>Die Feststellbremse ist angezogen. An sicherer Stelle anhalten und lösen.</translation>
    </message>
    <message>
        <source>The washer fluid is low. Fill it up when you can.</source>
        <translation>Wenig Wischwasser. Bei Gelegenheit nachfüllen.</translation>
    </message>
    <message>
        <source>A service is due. Please make an appointment with a workshop.</source>
        <translation>Die Wartung ist fällig. Bitte einen Werkstatttermin vereinbaren.</translation>
    </message>
    <message>
        <source>A service is due soon. Please make an appointment with a workshop.</source>
        <translation>Die Wartung ist bald fällig. Bitte einen Werkstatttermin vereinbaren.</translation>
    </message>
    <message>
        <source>It is cold outside. The road may be icy.</source>
        <translation>Es ist kalt draußen. Die Straße kann glatt sein.</translation>
    </message>
    <message>
        <source>You seem tired. Please take a break.</source>
        <translation>Du wirkst müde. Bitte eine Pause machen.</translation>
    </message>
    <message>
        <source>Danger ahead. Brake.</source>
        <translation>Gefahr voraus. Bremsen.</translation>
    </message>
    <message>
        <source>The stability control is switched off.</source>
        <translation>Die Stabilitätskontrolle ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>Some of the car&apos;s data is away. Warnings may be missing until it is back.</source>
        <translation>Ein Teil der Fahrzeugdaten fehlt. Warnungen können so lange fehlen.</translation>
    </message>
    <message>
        <source>The codes have not been read yet.</source>
        <translation>Die Codes wurden noch nicht gelesen.</translation>
    </message>
    <message>
        <source>This was not asked for. Ask again.</source>
        <translation>Das wurde nicht angefragt. Bitte noch einmal.</translation>
    </message>
    <message>
        <source>It took too long to confirm. Ask again.</source>
        <translation>Die Bestätigung kam zu spät. Bitte noch einmal.</translation>
    </message>
    <message>
        <source>Codes are being cleared. Wait a moment.</source>
        <translation>Codes werden gelöscht. Einen Moment.</translation>
    </message>
    <message>
        <source>The codes are being read. Wait a moment.</source>
        <translation>Die Codes werden gelesen. Einen Moment.</translation>
    </message>
    <message>
        <source>The car&apos;s control units do not answer.</source>
        <translation>Die Steuergeräte antworten nicht.</translation>
    </message>
    <message>
        <source>Whether the car is parked is not known. Nothing was cleared.</source>
        <translation>Unbekannt, ob das Auto geparkt ist. Nichts wurde gelöscht.</translation>
    </message>
    <message>
        <source>Codes are cleared only while the car is parked.</source>
        <translation>Codes werden nur im Stand gelöscht.</translation>
    </message>
    <message>
        <source>The car did not clear its codes. Switch the ignition on, engine off, and try again.</source>
        <translation>Das Auto hat nicht gelöscht. Zündung an, Motor aus, dann noch einmal.</translation>
    </message>
    <message>
        <source>What is known about the codes could not be kept. Nothing was cleared.</source>
        <translation>Die Codes ließen sich nicht sichern. Nichts wurde gelöscht.</translation>
    </message>
    <message>
        <source>Another program is using the dongle.</source>
        <translation>Ein anderes Programm benutzt den Dongle.</translation>
    </message>
    <message>
        <source>The dongle closed the connection.</source>
        <translation>Der Dongle hat die Verbindung beendet.</translation>
    </message>
    <message>
        <source>The dongle is connecting to your phone.</source>
        <translation>Der Dongle verbindet sich mit Ihrem Telefon.</translation>
    </message>
    <message>
        <source>Connect your phone to the dongle: by cable, or in the phone&apos;s Bluetooth settings.</source>
        <translation>Verbinden Sie Ihr Telefon mit dem Dongle: per Kabel oder in den Bluetooth-Einstellungen des Telefons.</translation>
    </message>
    <message>
        <source>This dongle encrypts what it sends. Only dongles that do not are supported.</source>
        <translation>Dieser Dongle verschlüsselt seine Daten. Nur Dongles ohne Verschlüsselung werden unterstützt.</translation>
    </message>
    <message>
        <source>This unit may not use the dongle. Install 60-pillion-carlinkit.rules, and plug the dongle in again.</source>
        <translation>Dieses Gerät darf den Dongle nicht benutzen. Installieren Sie 60-pillion-carlinkit.rules und stecken Sie den Dongle neu ein.</translation>
    </message>
    <message>
        <source>The dongle was unplugged.</source>
        <translation>Der Dongle wurde abgezogen.</translation>
    </message>
    <message>
        <source>The dongle sent something that no dongle sends. It is connected again.</source>
        <translation>Der Dongle hat etwas gesendet, das kein Dongle sendet. Er wird neu verbunden.</translation>
    </message>
    <message>
        <source>Write the address of the dongle as usb, usb:BUS-PORT or tcp://host:port.</source>
        <translation>Schreiben Sie die Adresse des Dongles als usb, usb:BUS-PORT oder tcp://host:port.</translation>
    </message>
    <message>
        <source>The dongle does not answer. Unplug it and plug it in again.</source>
        <translation>Der Dongle antwortet nicht. Ziehen Sie ihn ab und stecken Sie ihn wieder ein.</translation>
    </message>
    <message>
        <source>This USB device is no dongle that Pillion knows.</source>
        <translation>Dieses USB-Gerät ist kein Dongle, den Pillion kennt.</translation>
    </message>
    <message>
        <source>USB is not available on this computer: libusb 1.0 is missing.</source>
        <translation>USB ist auf diesem Computer nicht verfügbar: libusb 1.0 fehlt.</translation>
    </message>
    <message>
        <source>The phone and the dongle did not agree. Disconnect the phone, and connect it again.</source>
        <translation>Telefon und Dongle konnten sich nicht einigen. Trennen Sie das Telefon und verbinden Sie es neu.</translation>
    </message>
    <message>
        <source>The phone was disconnected from the dongle.</source>
        <translation>Das Telefon wurde vom Dongle getrennt.</translation>
    </message>
    <message>
        <source>The dongle is looking for your phone.</source>
        <translation>Der Dongle sucht Ihr Telefon.</translation>
    </message>
    <message>
        <source>The dongle stopped answering. Unplug it and plug it in again if it does not come back.</source>
        <translation>Der Dongle antwortet nicht mehr. Ziehen Sie ihn ab und stecken Sie ihn wieder ein, wenn er nicht zurückkommt.</translation>
    </message>
    <message>
        <source>The dongle takes no more data. Unplug it and plug it in again.</source>
        <translation>Der Dongle nimmt keine Daten mehr an. Ziehen Sie ihn ab und stecken Sie ihn wieder ein.</translation>
    </message>
    <message>
        <source>The phone is starting its picture.</source>
        <translation>Das Telefon startet sein Bild.</translation>
    </message>
    <message>
        <source>The phone is connected, but sends no picture. Look whether it is unlocked.</source>
        <translation>Das Telefon ist verbunden, sendet aber kein Bild. Ist es entsperrt?</translation>
    </message>
    <message>
        <source>Write the phone&apos;s address as 192.168.1.20, usb:BUS-PORT or bt:00:11:22:33:44:55.</source>
        <translation>Die Adresse des Telefons wird als 192.168.1.20, usb:BUS-PORT oder bt:00:11:22:33:44:55 geschrieben.</translation>
    </message>
    <message>
        <source>The phone does not answer. Look whether it is in the same Wi-Fi.</source>
        <translation>Das Telefon antwortet nicht. Ist es im selben WLAN?</translation>
    </message>
    <message>
        <source>The phone does not take the connection. Start its head unit server in the developer settings of Android Auto.</source>
        <translation>Das Telefon nimmt die Verbindung nicht an. In den Entwicklerein­stellungen von Android Auto den Hauptgerätserver starten.</translation>
    </message>
    <message>
        <source>The phone cannot be reached.</source>
        <translation>Das Telefon ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The connection to the phone broke off.</source>
        <translation>Die Verbindung zum Telefon ist abgebrochen.</translation>
    </message>
    <message>
        <source>The phone sent something that Android Auto does not send.</source>
        <translation>Das Telefon hat etwas gesendet, was Android Auto nicht sendet.</translation>
    </message>
    <message>
        <source>The phone did not understand what the car said.</source>
        <translation>Das Telefon hat das Auto nicht verstanden.</translation>
    </message>
    <message>
        <source>The phone did not answer. Look whether Android Auto is allowed on it, and whether it is unlocked.</source>
        <translation>Das Telefon hat nicht geantwortet. Ist Android Auto darauf erlaubt, und ist es entsperrt?</translation>
    </message>
    <message>
        <source>The phone speaks another version of Android Auto. Set android_auto_version to the one that it speaks.</source>
        <translation>Das Telefon spricht eine andere Version von Android Auto. android_auto_version auf diese setzen.</translation>
    </message>
    <message>
        <source>The phone ended the connection before it said a word.</source>
        <translation>Das Telefon hat die Verbindung beendet, ohne etwas zu sagen.</translation>
    </message>
    <message>
        <source>The phone did not finish setting up encryption.</source>
        <translation>Das Telefon hat die Verschlüsselung nicht fertig eingerichtet.</translation>
    </message>
    <message>
        <source>Encryption with the phone failed.</source>
        <translation>Die Verschlüsselung mit dem Telefon ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The phone does not accept this car&apos;s certificate. It may only take cars that are certified.</source>
        <translation>Das Telefon nimmt das Zertifikat dieses Autos nicht an. Vielleicht lässt es nur zertifizierte Autos zu.</translation>
    </message>
    <message>
        <source>By the phone&apos;s clock, this car&apos;s certificate is not valid yet.</source>
        <translation>Nach der Uhr des Telefons gilt das Zertifikat dieses Autos noch nicht.</translation>
    </message>
    <message>
        <source>By the phone&apos;s clock, this car&apos;s certificate has expired.</source>
        <translation>Nach der Uhr des Telefons ist das Zertifikat dieses Autos abgelaufen.</translation>
    </message>
    <message>
        <source>The phone ended the connection when it had seen this car&apos;s certificate.</source>
        <translation>Das Telefon hat die Verbindung beendet, als es das Zertifikat dieses Autos gesehen hatte.</translation>
    </message>
    <message>
        <source>The file with this car&apos;s certificate cannot be used.</source>
        <translation>Die Datei mit dem Zertifikat dieses Autos ist nicht brauchbar.</translation>
    </message>
    <message>
        <source>That is no certificate with its key: both are needed, in PEM, without a password.</source>
        <translation>Das ist kein Zertifikat mit seinem Schlüssel: beide werden gebraucht, als PEM, ohne Passwort.</translation>
    </message>
    <message>
        <source>Look at the phone: it asks whether this car may be used, or wants to be unlocked.</source>
        <translation>Bitte aufs Telefon schauen: Es fragt, ob dieses Auto benutzt werden darf, oder will entsperrt werden.</translation>
    </message>
    <message>
        <source>The phone did not go on. Look at it: it may ask for something.</source>
        <translation>Das Telefon macht nicht weiter. Bitte daraufschauen: Vielleicht fragt es etwas.</translation>
    </message>
    <message>
        <source>The screen has another shape now.</source>
        <translation>Der Bildschirm hat jetzt eine andere Form.</translation>
    </message>
    <message>
        <source>The phone ended the connection.</source>
        <translation>Das Telefon hat die Verbindung beendet.</translation>
    </message>
    <message>
        <source>The phone went to another car or another connection.</source>
        <translation>Das Telefon ist zu einem anderen Auto oder einer anderen Verbindung gewechselt.</translation>
    </message>
    <message>
        <source>The phone does not support this car.</source>
        <translation>Das Telefon unterstützt dieses Auto nicht.</translation>
    </message>
    <message>
        <source>The phone cannot be shown now.</source>
        <translation>Das Telefon kann jetzt nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>The phone only looked whether the car is there.</source>
        <translation>Das Telefon hat nur nachgesehen, ob das Auto da ist.</translation>
    </message>
    <message>
        <source>Wireless Android Auto is not switched on in this car.</source>
        <translation>Android Auto ohne Kabel ist in diesem Auto nicht eingeschaltet.</translation>
    </message>
    <message>
        <source>The car&apos;s Bluetooth is not there.</source>
        <translation>Das Bluetooth des Autos ist nicht da.</translation>
    </message>
    <message>
        <source>Bluetooth to the phone broke off.</source>
        <translation>Bluetooth zum Telefon ist abgebrochen.</translation>
    </message>
    <message>
        <source>The phone did not come. Connect it by Bluetooth, and allow wireless Android Auto on it.</source>
        <translation>Das Telefon ist nicht gekommen. Es per Bluetooth verbinden und darauf Android Auto ohne Kabel erlauben.</translation>
    </message>
    <message>
        <source>The phone could not join the car&apos;s Wi-Fi: the password did not fit.</source>
        <translation>Das Telefon konnte nicht ins WLAN des Autos: Das Passwort passte nicht.</translation>
    </message>
    <message>
        <source>The phone&apos;s Wi-Fi is off. Switch it on.</source>
        <translation>Das WLAN des Telefons ist aus. Bitte einschalten.</translation>
    </message>
    <message>
        <source>The phone did not join the car&apos;s Wi-Fi.</source>
        <translation>Das Telefon ist nicht ins WLAN des Autos gekommen.</translation>
    </message>
    <message>
        <source>The phone joined the car&apos;s Wi-Fi, but did not connect.</source>
        <translation>Das Telefon ist im WLAN des Autos, hat sich aber nicht verbunden.</translation>
    </message>
    <message>
        <source>The car&apos;s Wi-Fi could not be made.</source>
        <translation>Das WLAN des Autos konnte nicht eingerichtet werden.</translation>
    </message>
    <message>
        <source>The car&apos;s Wi-Fi did not come up. Its adapter may not be able to be an access point.</source>
        <translation>Das WLAN des Autos ist nicht gestartet. Vielleicht kann sein Adapter kein Zugangspunkt sein.</translation>
    </message>
    <message>
        <source>The car has no Wi-Fi adapter that NetworkManager may use.</source>
        <translation>Das Auto hat keinen WLAN-Adapter, den NetworkManager benutzen darf.</translation>
    </message>
    <message>
        <source>USB cannot be used on this computer: libusb 1.0 is missing.</source>
        <translation>USB ist auf diesem Computer nicht nutzbar: libusb 1.0 fehlt.</translation>
    </message>
    <message>
        <source>The phone does not answer on USB.</source>
        <translation>Das Telefon antwortet am USB nicht.</translation>
    </message>
    <message>
        <source>The phone is no longer plugged in.</source>
        <translation>Das Telefon ist nicht mehr eingesteckt.</translation>
    </message>
    <message>
        <source>What is plugged in is no phone that takes accessories.</source>
        <translation>Was eingesteckt ist, ist kein Telefon, das Zubehör annimmt.</translation>
    </message>
    <message>
        <source>The phone did not come back as an accessory. Unplug it, and plug it in again.</source>
        <translation>Das Telefon ist nicht als Zubehör zurückgekommen. Bitte abziehen und wieder einstecken.</translation>
    </message>
    <message>
        <source>The phone&apos;s accessory cannot be opened.</source>
        <translation>Das Zubehör des Telefons lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>This unit may not use phones on USB: the udev rule for them is missing.</source>
        <translation>Dieses Gerät darf Telefone am USB nicht benutzen: Die udev-Regel dafür fehlt.</translation>
    </message>
    <message>
        <source>The connection broke off.</source>
        <translation>Die Verbindung ist abgebrochen.</translation>
    </message>
    <message>
        <source>The phone says too much at once.</source>
        <translation>Das Telefon sagt zu viel auf einmal.</translation>
    </message>
    <message>
        <source>The phone did not finish connecting in time.</source>
        <translation>Das Telefon wurde mit dem Verbinden nicht rechtzeitig fertig.</translation>
    </message>
    <message>
        <source>The phone is away. It returns by itself.</source>
        <translation>Das Telefon ist weg. Es kommt von selbst zurück.</translation>
    </message>
    <message>
        <source>The phone is not there yet.</source>
        <translation>Das Telefon ist noch nicht da.</translation>
    </message>
    <message>
        <source>The connection to the phone was lost. It comes back by itself.</source>
        <translation>Die Verbindung zum Telefon ging verloren. Sie kommt von selbst zurück.</translation>
    </message>
    <message>
        <source>The phone service was stopped.</source>
        <translation>Der Telefondienst wurde beendet.</translation>
    </message>
    <message>
        <source>This cannot be done with this kind of phone.</source>
        <translation>Das geht mit dieser Art Telefon nicht.</translation>
    </message>
    <message>
        <source>This way to the phone is starting. Try again.</source>
        <translation>Dieser Weg zum Telefon startet gerade. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This unit was made without it.</source>
        <translation>Dieses Gerät wurde ohne das gebaut.</translation>
    </message>
    <message>
        <source>Phones are silent: the sound service does not run.</source>
        <translation>Telefone sind stumm: Der Tondienst läuft nicht.</translation>
    </message>
    <message>
        <source>The phone decides that by itself.</source>
        <translation>Das bestimmt das Telefon selbst.</translation>
    </message>
    <message>
        <source>Apps of an Android phone</source>
        <translation>Apps eines Android-Telefons</translation>
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
        <translation>CarPlay über einen Adapter</translation>
    </message>
    <message>
        <source>Remote screen (VNC)</source>
        <translation>Entfernter Bildschirm (VNC)</translation>
    </message>
    <message>
        <source>AirPlay</source>
        <translation>AirPlay</translation>
    </message>
    <message>
        <source>The phone&apos;s address, such as 192.168.1.20:5555</source>
        <translation>Die Adresse des Telefons, etwa 192.168.1.20:5555</translation>
    </message>
    <message>
        <source>The phone&apos;s address; its head-unit server has to be started in the developer settings of Android Auto</source>
        <translation>Die Adresse des Telefons; in den Entwicklerein­stellungen von Android Auto muss der Headunit-Server gestartet sein</translation>
    </message>
    <message>
        <source>The phone&apos;s address in the same Wi-Fi</source>
        <translation>Die Adresse des Telefons im selben WLAN</translation>
    </message>
    <message>
        <source>The address of the phone or computer, such as 192.168.1.20:5900</source>
        <translation>Die Adresse des Telefons oder Computers, etwa 192.168.1.20:5900</translation>
    </message>
    <message>
        <source>Write the phone&apos;s address as 192.168.1.20, adb:SERIAL or usb:BUS-PORT.</source>
        <translation>Schreiben Sie die Adresse des Telefons als 192.168.1.20, adb:SERIAL oder usb:BUS-PORT.</translation>
    </message>
    <message>
        <source>CarLife is in the background on the phone. Open CarLife there to see it here.</source>
        <translation>CarLife ist auf dem Telefon im Hintergrund. Öffnen Sie es dort, um es hier zu sehen.</translation>
    </message>
    <message>
        <source>The phone sent a key that the car cannot read.</source>
        <translation>Das Telefon hat einen Schlüssel gesendet, den das Auto nicht lesen kann.</translation>
    </message>
    <message>
        <source>The phone does not let CarLife show its screen. Allow screen recording for CarLife on the phone.</source>
        <translation>Das Telefon lässt CarLife seinen Bildschirm nicht zeigen. Erlauben Sie CarLife auf dem Telefon die Bildschirmaufnahme.</translation>
    </message>
    <message>
        <source>CarLife on this phone cannot send a picture: its video encoder failed.</source>
        <translation>CarLife kann auf diesem Telefon kein Bild senden: der Videoencoder versagt.</translation>
    </message>
    <message>
        <source>CarLife was closed on the phone.</source>
        <translation>CarLife wurde auf dem Telefon geschlossen.</translation>
    </message>
    <message>
        <source>The phone floods the car with messages.</source>
        <translation>Das Telefon überflutet das Auto mit Nachrichten.</translation>
    </message>
    <message>
        <source>The phone stopped taking what the car sends.</source>
        <translation>Das Telefon nimmt nicht mehr an, was das Auto sendet.</translation>
    </message>
    <message>
        <source>The phone wanted to encrypt, and did not send its key in time.</source>
        <translation>Das Telefon wollte verschlüsseln und hat seinen Schlüssel nicht rechtzeitig gesendet.</translation>
    </message>
    <message>
        <source>The phone&apos;s screen is off. Unlock the phone to see CarLife here.</source>
        <translation>Der Bildschirm des Telefons ist aus. Entsperren Sie das Telefon, um CarLife hier zu sehen.</translation>
    </message>
    <message>
        <source>No CarLife answers there. Open CarLife on the phone; both have to be in the same network.</source>
        <translation>Dort antwortet kein CarLife. Öffnen Sie CarLife auf dem Telefon; beide müssen im selben Netz sein.</translation>
    </message>
    <message>
        <source>The phone sent something that CarLife does not send.</source>
        <translation>Das Telefon hat etwas gesendet, das CarLife nicht sendet.</translation>
    </message>
    <message>
        <source>CarLife does not answer. Open CarLife on the phone, and allow the connection there.</source>
        <translation>CarLife antwortet nicht. Öffnen Sie CarLife auf dem Telefon und erlauben Sie dort die Verbindung.</translation>
    </message>
    <message>
        <source>CarLife does not run on the phone. Open it there.</source>
        <translation>CarLife läuft nicht auf dem Telefon. Öffnen Sie es dort.</translation>
    </message>
    <message>
        <source>CarLife on the phone does not encrypt, and this car is set to require it.</source>
        <translation>CarLife auf dem Telefon verschlüsselt nicht, und dieses Auto ist so eingestellt, dass es das verlangt.</translation>
    </message>
    <message>
        <source>CarLife did not start its picture. Close CarLife on the phone, and open it again.</source>
        <translation>CarLife hat sein Bild nicht begonnen. Schließen Sie CarLife auf dem Telefon und öffnen Sie es wieder.</translation>
    </message>
    <message>
        <source>CarLife on the phone does not speak this car&apos;s version. Update CarLife on the phone.</source>
        <translation>CarLife auf dem Telefon spricht nicht die Version dieses Autos. Aktualisieren Sie CarLife auf dem Telefon.</translation>
    </message>
    <message>
        <source>CarLife may not show the phone&apos;s screen yet. Allow it on the phone.</source>
        <translation>CarLife darf den Bildschirm des Telefons noch nicht zeigen. Erlauben Sie es auf dem Telefon.</translation>
    </message>
    <message>
        <source>CarLife reports a problem on the phone.</source>
        <translation>CarLife meldet ein Problem auf dem Telefon.</translation>
    </message>
    <message>
        <source>CarLife on the phone does not accept this car: it does not know the car&apos;s channel id.</source>
        <translation>CarLife auf dem Telefon nimmt dieses Auto nicht an: es kennt seine Kanalnummer nicht.</translation>
    </message>
    <message>
        <source>The phone has said nothing for some seconds.</source>
        <translation>Das Telefon hat seit einigen Sekunden nichts gesagt.</translation>
    </message>
    <message>
        <source>The phone did not answer over adb in time.</source>
        <translation>Das Telefon hat über adb nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>What the phone sent encrypted could not be read.</source>
        <translation>Was das Telefon verschlüsselt gesendet hat, konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>AirPlay needs the service avahi-daemon on this unit.</source>
        <translation>AirPlay braucht den Dienst avahi-daemon auf diesem Gerät.</translation>
    </message>
    <message>
        <source>No VNC server answers at this address.</source>
        <translation>Unter dieser Adresse antwortet kein VNC-Server.</translation>
    </message>
    <message>
        <source>On the iPhone, open Control Centre, then Screen Mirroring, and choose this car.</source>
        <translation>Öffne auf dem iPhone das Kontrollzentrum, dann Bildschirmsynchronisierung, und wähle dieses Auto.</translation>
    </message>
    <message>
        <source>The encrypted connection could not be made.</source>
        <translation>Die verschlüsselte Verbindung kam nicht zustande.</translation>
    </message>
    <message>
        <source>The password is not the phone&apos;s.</source>
        <translation>Das Passwort stimmt nicht.</translation>
    </message>
    <message>
        <source>The phone asks for a password.</source>
        <translation>Das Telefon verlangt ein Passwort.</translation>
    </message>
    <message>
        <source>The phone does not answer.</source>
        <translation>Das Telefon antwortet nicht.</translation>
    </message>
    <message>
        <source>The phone had a certificate before and has none now. Somebody may be in between.</source>
        <translation>Das Telefon hatte früher ein Zertifikat und hat jetzt keines. Vielleicht hört jemand mit.</translation>
    </message>
    <message>
        <source>The phone has stopped answering.</source>
        <translation>Das Telefon antwortet nicht mehr.</translation>
    </message>
    <message>
        <source>The phone only knows ways to log in that are not known here.</source>
        <translation>Das Telefon kennt nur Anmeldeverfahren, die hier unbekannt sind.</translation>
    </message>
    <message>
        <source>The phone refused the connection.</source>
        <translation>Das Telefon hat die Verbindung abgelehnt.</translation>
    </message>
    <message>
        <source>The phone sent something that no VNC server sends.</source>
        <translation>Das Telefon hat etwas gesendet, das kein VNC-Server sendet.</translation>
    </message>
    <message>
        <source>The phone shows another certificate than before. Somebody may be in between.</source>
        <translation>Das Telefon zeigt ein anderes Zertifikat als früher. Vielleicht hört jemand mit.</translation>
    </message>
    <message>
        <source>The phone stopped in the middle of its answer.</source>
        <translation>Das Telefon hat mitten in seiner Antwort aufgehört.</translation>
    </message>
    <message>
        <source>The phone&apos;s VNC server is too old.</source>
        <translation>Der VNC-Server des Telefons ist zu alt.</translation>
    </message>
    <message>
        <source>The phone&apos;s picture cannot be decoded.</source>
        <translation>Das Bild des Telefons lässt sich nicht dekodieren.</translation>
    </message>
    <message>
        <source>UxPlay could not be started.</source>
        <translation>UxPlay ließ sich nicht starten.</translation>
    </message>
    <message>
        <source>UxPlay did not start in time.</source>
        <translation>UxPlay ist nicht rechtzeitig gestartet.</translation>
    </message>
    <message>
        <source>UxPlay ended by itself. It is started again.</source>
        <translation>UxPlay hat sich beendet. Es wird neu gestartet.</translation>
    </message>
    <message>
        <source>UxPlay is not installed on this unit.</source>
        <translation>UxPlay ist auf diesem Gerät nicht installiert.</translation>
    </message>
    <message>
        <source>UxPlay lacks a part of GStreamer: install gstreamer1.0-plugins-bad and gstreamer1.0-libav.</source>
        <translation>UxPlay fehlt ein Teil von GStreamer: Installiere gstreamer1.0-plugins-bad und gstreamer1.0-libav.</translation>
    </message>
    <message>
        <source>UxPlay&apos;s picture is not in the form that was asked for.</source>
        <translation>Das Bild von UxPlay hat nicht die verlangte Form.</translation>
    </message>
    <message>
        <source>What answers at this address is no VNC server.</source>
        <translation>Was unter dieser Adresse antwortet, ist kein VNC-Server.</translation>
    </message>
    <message>
        <source>The code was not the one on the phone. Let the phone show a new one and try again.</source>
        <translation>Der Code war nicht der auf dem Telefon. Lassen Sie das Telefon einen neuen zeigen und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>No phone shows a pairing code in this network. Open &apos;Pair device with pairing code&apos; on the phone.</source>
        <translation>Kein Telefon in diesem Netz zeigt einen Kopplungscode. Öffnen Sie am Telefon „Gerät mit Kopplungscode koppeln“.</translation>
    </message>
    <message>
        <source>The phone ended the pairing. Its page with the code has to stay open.</source>
        <translation>Das Telefon hat das Koppeln beendet. Seine Seite mit dem Code muss offen bleiben.</translation>
    </message>
    <message>
        <source>The phone stopped answering in the middle of the pairing.</source>
        <translation>Das Telefon antwortet mitten im Koppeln nicht mehr.</translation>
    </message>
    <message>
        <source>The phone does not know this car yet. Pair it: by its code or by the QR code.</source>
        <translation>Das Telefon kennt dieses Auto noch nicht. Koppeln Sie es mit Code oder QR-Code.</translation>
    </message>
    <message>
        <source>The QR code has expired. Show a new one.</source>
        <translation>Der QR-Code ist abgelaufen. Einen neuen zeigen.</translation>
    </message>
    <message>
        <source>A pairing code has six digits.</source>
        <translation>Ein Kopplungscode hat sechs Ziffern.</translation>
    </message>
    <message>
        <source>Something answers there, but no phone that is waiting to be paired.</source>
        <translation>Dort antwortet etwas, aber kein Telefon, das gekoppelt werden will.</translation>
    </message>
    <message>
        <source>The phone answered the pairing with nonsense.</source>
        <translation>Das Telefon hat beim Koppeln Unsinn geantwortet.</translation>
    </message>
    <message>
        <source>The phone is paired, but does not say how it can be found. Add it by the address on its page.</source>
        <translation>Das Telefon ist gekoppelt, sagt aber nicht, wie es zu finden ist. Fügen Sie es mit der Adresse auf seiner Seite hinzu.</translation>
    </message>
    <message>
        <source>Copying texts is for when the car is parked.</source>
        <translation>Texte kopieren geht im Stand.</translation>
    </message>
    <message>
        <source>Making room on the phone.</source>
        <translation>Auf dem Telefon wird Platz gemacht.</translation>
    </message>
    <message>
        <source>The Python package %1 is not installed on this unit.</source>
        <translation>Das Python-Paket %1 ist auf diesem Gerät nicht installiert.</translation>
    </message>
    <message>
        <source>%1 is not installed on this unit.</source>
        <translation>%1 ist auf diesem Gerät nicht installiert.</translation>
    </message>
    <message>
        <source>%1 is for when the car is parked.</source>
        <translation>%1 geht nur im Stand.</translation>
    </message>
    <message>
        <source>Pair your phone by Bluetooth. The code is %1.</source>
        <translation>Koppeln Sie das Telefon über Bluetooth. Der Code ist %1.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>System language</source>
        <translation>Systemsprache</translation>
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
        <translation>System</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings are away</source>
        <translation>Einstellungen sind gerade nicht da</translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>Waiting for the phone to scan the code…</source>
        <translation>Warten, bis das Telefon den Code scannt …</translation>
    </message>
    <message>
        <source>Pairing…</source>
        <translation>Wird gekoppelt …</translation>
    </message>
    <message>
        <source>Paired. The phone comes by itself from now on.</source>
        <translation>Gekoppelt. Das Telefon kommt ab jetzt von selbst.</translation>
    </message>
    <message>
        <source>The phone</source>
        <translation>Das Telefon</translation>
    </message>
    <message>
        <source>Phone found</source>
        <translation>Telefon gefunden</translation>
    </message>
    <message>
        <source>Find the phone</source>
        <translation>Telefon finden</translation>
    </message>
    <message>
        <source>{0} is here.</source>
        <translation>{0} ist da.</translation>
    </message>
    <message>
        <source>Switch on USB debugging and plug it in, or pair it with wireless debugging.</source>
        <translation>USB-Debugging einschalten und anstecken, oder über WLAN koppeln.</translation>
    </message>
    <message>
        <source>Car allowed</source>
        <translation>Auto zugelassen</translation>
    </message>
    <message>
        <source>Allow the car</source>
        <translation>Auto zulassen</translation>
    </message>
    <message>
        <source>The phone knows this car.</source>
        <translation>Das Telefon kennt dieses Auto.</translation>
    </message>
    <message>
        <source>The phone asks once whether this car may show its apps.</source>
        <translation>Das Telefon fragt einmal, ob dieses Auto seine Apps zeigen darf.</translation>
    </message>
    <message>
        <source>Helper in place</source>
        <translation>Hilfsdatei vorhanden</translation>
    </message>
    <message>
        <source>Put the helper in place</source>
        <translation>Hilfsdatei bereitlegen</translation>
    </message>
    <message>
        <source>Apps open here</source>
        <translation>Apps öffnen sich hier</translation>
    </message>
    <message>
        <source>Open an app</source>
        <translation>Eine App öffnen</translation>
    </message>
    <message>
        <source>Apps of the phone open here.</source>
        <translation>Apps des Telefons öffnen sich hier.</translation>
    </message>
    <message>
        <source>Choose an app from the list.</source>
        <translation>Eine App aus der Liste wählen.</translation>
    </message>
    <message>
        <source>The phone has it already.</source>
        <translation>Das Telefon hat sie schon.</translation>
    </message>
    <message>
        <source>Version {0}, checked.</source>
        <translation>Version {0}, geprüft.</translation>
    </message>
    <message>
        <source>Version {0}, not a file that was checked for this car.</source>
        <translation>Version {0}, keine für dieses Auto geprüfte Datei.</translation>
    </message>
    <message>
        <source>The file {0} of the scrcpy project is needed once.</source>
        <translation>Einmal wird die Datei {0} des Projekts scrcpy gebraucht.</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>Unlock the phone. It asks whether this car may use USB debugging: tick &quot;Always allow&quot; and tap Allow.</source>
        <translation>Telefon entsperren. Es fragt, ob dieses Auto USB-Debugging nutzen darf: „Immer zulassen“ ankreuzen und auf Zulassen tippen.</translation>
    </message>
    <message>
        <source>Look at the phone</source>
        <translation>Auf das Telefon schauen</translation>
    </message>
    <message>
        <source>Show the apps</source>
        <translation>Apps zeigen</translation>
    </message>
    <message>
        <source>Choose an app: it opens on a screen of its own here, while the phone stays free.</source>
        <translation>Eine App wählen: Sie öffnet sich hier auf einem eigenen Bildschirm, das Telefon bleibt frei.</translation>
    </message>
    <message>
        <source>The phone is ready</source>
        <translation>Das Telefon ist bereit</translation>
    </message>
</context>
<context>
    <name>SetupSteps</name>
    <message>
        <source>Set up a phone</source>
        <translation>Telefon einrichten</translation>
    </message>
    <message>
        <source>Leave the set-up</source>
        <translation>Einrichtung verlassen</translation>
    </message>
</context>
<context>
    <name>SoundSettings</name>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Beside music and radio</source>
        <translation>Neben Musik und Radio</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Zielführung</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
</context>
<context>
    <name>SourceSheet</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
</context>
<context>
    <name>SpeedSummary</name>
    <message>
        <source>Gear %1</source>
        <translation>Gang %1</translation>
    </message>
</context>
<context>
    <name>StageStrip</name>
    <message>
        <source>All apps</source>
        <translation>Alle Apps</translation>
    </message>
    <message>
        <source>One app alone</source>
        <translation>Nur eine App</translation>
    </message>
    <message>
        <source>Something beside it</source>
        <translation>Etwas daneben</translation>
    </message>
    <message>
        <source>Change places</source>
        <translation>Plätze tauschen</translation>
    </message>
    <message>
        <source>Back in the app</source>
        <translation>Zurück in der App</translation>
    </message>
    <message>
        <source>Type into the app</source>
        <translation>In die App schreiben</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>%1, low</source>
        <translation>%1, niedrig</translation>
    </message>
</context>
<context>
    <name>SubjectList</name>
    <message>
        <source>Display</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>Drivers</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>Handys</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
</context>
<context>
    <name>TellTales</name>
    <message>
        <source>Brakes</source>
        <translation>Bremsen</translation>
    </message>
    <message>
        <source>Parking brake</source>
        <translation>Parkbremse</translation>
    </message>
    <message>
        <source>Seat belt</source>
        <translation>Sicherheitsgurt</translation>
    </message>
    <message>
        <source>Oil pressure</source>
        <translation>Öldruck</translation>
    </message>
    <message>
        <source>Coolant temperature</source>
        <translation>Kühlmittel­temperatur</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>Batterie</translation>
    </message>
    <message>
        <source>Airbag</source>
        <translation>Airbag</translation>
    </message>
    <message>
        <source>Steering</source>
        <translation>Lenkung</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Antrieb</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Anti-lock brakes</source>
        <translation>Antiblockier­system</translation>
    </message>
    <message>
        <source>Rear fog lamp</source>
        <translation>Nebellicht hinten</translation>
    </message>
    <message>
        <source>Front fog lamps</source>
        <translation>Nebellicht vorn</translation>
    </message>
    <message>
        <source>Low beam</source>
        <translation>Abblendlicht</translation>
    </message>
    <message>
        <source>High beam</source>
        <translation>Fernlicht</translation>
    </message>
</context>
<context>
    <name>TemperatureStepper</name>
    <message>
        <source>%1 colder</source>
        <translation>%1 kälter</translation>
    </message>
    <message>
        <source>%1 warmer</source>
        <translation>%1 wärmer</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Available when parked</source>
        <translation>Im Stand verfügbar</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Shuffle</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorheriger Titel</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster Titel</translation>
    </message>
    <message>
        <source>Repeat this song</source>
        <translation>Titel wiederholen</translation>
    </message>
    <message>
        <source>Repeat all</source>
        <translation>Alle wiederholen</translation>
    </message>
    <message>
        <source>Repeat off</source>
        <translation>Nicht wiederholen</translation>
    </message>
</context>
<context>
    <name>TripCard</name>
    <message>
        <source>Time</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Average speed</source>
        <translation>Durchschnitts­tempo</translation>
    </message>
    <message>
        <source>Average consumption</source>
        <translation>Durchschnitts­verbrauch</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Auf null</translation>
    </message>
    <message>
        <source>Forget these figures and count from zero?</source>
        <translation>Diese Werte löschen und bei null beginnen?</translation>
    </message>
    <message>
        <source>From zero</source>
        <translation>Bei null beginnen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>Trips</name>
    <message>
        <source>Since start</source>
        <translation>Seit dem Start</translation>
    </message>
    <message>
        <source>Trip A</source>
        <translation>Fahrt A</translation>
    </message>
    <message>
        <source>Trip B</source>
        <translation>Fahrt B</translation>
    </message>
</context>
<context>
    <name>TripsSection</name>
    <message>
        <source>This car does not count its trips</source>
        <translation>Dieses Auto zählt seine Fahrten nicht</translation>
    </message>
</context>
<context>
    <name>TurnCard</name>
    <message>
        <source>Arrival %1</source>
        <translation>Ankunft %1</translation>
    </message>
</context>
<context>
    <name>TypingSheet</name>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
</context>
<context>
    <name>Tyres</name>
    <message>
        <source>Front left</source>
        <translation>Vorn links</translation>
    </message>
    <message>
        <source>Front right</source>
        <translation>Vorn rechts</translation>
    </message>
    <message>
        <source>Rear left</source>
        <translation>Hinten links</translation>
    </message>
    <message>
        <source>Rear right</source>
        <translation>Hinten rechts</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>A little low</source>
        <translation>Etwas niedrig</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Very low</source>
        <translation>Sehr niedrig</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Hot</source>
        <translation>Heiß</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Stop where it is safe and look at the marked tyre.</source>
        <translation>An sicherer Stelle anhalten und den markierten Reifen ansehen.</translation>
    </message>
    <message>
        <source>Fill the marked tyre to %1 when it is cold.</source>
        <translation>Den markierten Reifen kalt auf %1 füllen.</translation>
    </message>
    <message>
        <source>Check and fill the marked tyres soon.</source>
        <translation>Die markierten Reifen bald prüfen und füllen.</translation>
    </message>
    <message>
        <source>Drive slower until the marked tyre has cooled.</source>
        <translation>Langsamer fahren, bis der markierte Reifen abgekühlt ist.</translation>
    </message>
    <message>
        <source>Let some air out of the marked tyre when it is cold.</source>
        <translation>Aus dem markierten Reifen kalt etwas Luft ablassen.</translation>
    </message>
    <message>
        <source>Fill up a little air at the next stop.</source>
        <translation>Beim nächsten Halt etwas Luft nachfüllen.</translation>
    </message>
    <message>
        <source>The pressures come after a few minutes of driving.</source>
        <translation>Die Drücke kommen nach einigen Minuten Fahrt.</translation>
    </message>
    <message>
        <source>All is well. Check again in a month.</source>
        <translation>Alles in Ordnung. In einem Monat wieder prüfen.</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
</context>
<context>
    <name>UnitSettings</name>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Entfernung</translation>
    </message>
    <message>
        <source>Kilometres</source>
        <translation>Kilometer</translation>
    </message>
    <message>
        <source>Miles</source>
        <translation>Meilen</translation>
    </message>
    <message>
        <source>Tyre pressure</source>
        <translation>Reifendruck</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 Stunden</translation>
    </message>
    <message>
        <source>12 hours</source>
        <translation>12 Stunden</translation>
    </message>
</context>
<context>
    <name>VehicleCard</name>
    <message>
        <source>Vehicle</source>
        <translation>Fahrzeug</translation>
    </message>
    <message>
        <source>The car does not answer</source>
        <translation>Das Auto antwortet nicht</translation>
    </message>
</context>
<context>
    <name>VehiclePage</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>VolumeBanner</name>
    <message>
        <source>Volume %1 %</source>
        <translation>Lautstärke %1 %</translation>
    </message>
</context>
<context>
    <name>VolumeSheet</name>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>WarmPlace</name>
    <message>
        <source>Heating %1</source>
        <translation>Heizung %1</translation>
    </message>
    <message>
        <source>Cooling %1</source>
        <translation>Kühlung %1</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
</context>
<context>
    <name>WarmPlaces</name>
    <message>
        <source>Seats and steering wheel</source>
        <translation>Sitze und Lenkrad</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>Passenger</source>
        <translation>Beifahrer</translation>
    </message>
    <message>
        <source>Rear right</source>
        <translation>Hinten rechts</translation>
    </message>
    <message>
        <source>Rear left</source>
        <translation>Hinten links</translation>
    </message>
    <message>
        <source>Steering wheel</source>
        <translation>Lenkrad</translation>
    </message>
</context>
<context>
    <name>WarningSheet</name>
    <message>
        <source>%1, and %2 more</source>
        <translation>%1, und %2 weitere</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>Warnings</name>
    <message>
        <source>Danger</source>
        <translation>Gefahr</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Achtung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>WarningsSection</name>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Alles in Ordnung</translation>
    </message>
    <message>
        <source>No warnings known</source>
        <translation>Keine Warnungen bekannt</translation>
    </message>
    <message>
        <source>Nothing so far</source>
        <translation>Bisher nichts</translation>
    </message>
</context>
<context>
    <name>WindowControl</name>
    <message>
        <source>Shut</source>
        <translation>Zu</translation>
    </message>
    <message>
        <source>Close: %1</source>
        <translation>Schließen: %1</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>Öffnen: %1</translation>
    </message>
</context>
<context>
    <name>WindowsGroup</name>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Close all</source>
        <translation>Alle schließen</translation>
    </message>
    <message>
        <source>Open all</source>
        <translation>Alle öffnen</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Vorn</translation>
    </message>
    <message>
        <source>Rear</source>
        <translation>Hinten</translation>
    </message>
</context>
</TS>
