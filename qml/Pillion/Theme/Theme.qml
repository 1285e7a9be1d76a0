pragma Singleton

import QtQuick
import Pillion.Brands

/*!
Everything visual. Values come from the brand's tokens (device-independent, 160 to the inch)
and are given here in pixels of this panel: px = dp × dpi / 160 × scale.
The window sets the first block; pages only read.

Rectangle { color: Theme.color.card; radius: Theme.radiusCard }
*/
QtObject {
    id: root

    property bool animated: false
    readonly property int apart: Math.ceil(23 * unit)
    property string brand: "aurora"
    readonly property Brands brands: Brands {
        brand: root.brand
    }
    readonly property int climateHeight: dp(small ? 84 : compact ? 92 : 108)
    readonly property LiveColors color: LiveColors {
        day: root.tokens.day
        night: root.tokens.night
        nightness: root.nightness
    }
    readonly property bool compact: !portrait && height < 640 * unit
    readonly property real disabled: tokens.elevationDisabled
    property real dpi: 167
    property bool driverRight: false
    readonly property string family: tokens.family
    readonly property int fast: animated ? tokens.durationFast : 0
    readonly property int gap: compact || small ? dp(12) : l
    property real height: 720
    readonly property int iconLarge: dp(tokens.iconLarge)
    readonly property int iconNormal: dp(tokens.iconNormal)
    readonly property int iconSmall: dp(tokens.iconSmall)
    readonly property real iconStroke: tokens.iconStroke
    readonly property int l: dp(tokens.spacingL)
    readonly property int m: dp(tokens.spacingM)
    property bool night: true
    property real nightness: night ? 1 : 0
    readonly property int normal: animated ? tokens.durationNormal : 0
    readonly property int pad: compact || small ? dp(20) : xl
    readonly property real pending: tokens.elevationPending
    readonly property bool portrait: height > width
    readonly property real pressed: tokens.elevationPressed
    readonly property int radiusArt: dp(tokens.radiusArt)
    readonly property int radiusBar: dp(tokens.radiusBar)
    readonly property int radiusCard: dp(tokens.radiusCard)
    readonly property int radiusControl: dp(tokens.radiusControl)
    readonly property int radiusTile: dp(tokens.radiusTile)
    readonly property int railHeight: portrait ? dp(100) : height

    // The frame.
    readonly property int railWidth: portrait ? width : dp(small ? 88 : compact ? 96 : 112)
    readonly property int row: dp(88)
    readonly property int s: dp(tokens.spacingS)
    property real scale: 1
    readonly property int slow: animated ? tokens.durationSlow : 0
    readonly property bool small: !portrait && width < 1100 * unit
    // Icons are pictures: they change colour half way, while surfaces and words fade.
    readonly property BrandColors steady: nightness > 0.5 ? tokens.night : tokens.day
    readonly property int stripHeight: dp(compact || small ? 56 : 68)

    // Touch: nothing actionable is smaller than a target; a row leaves room for one line of detail.
    readonly property int target: Math.ceil(76 * unit)
    readonly property int textDisplay: dp(tokens.sizeDisplay)
    readonly property int textHeadline: dp(tokens.sizeHeadline)
    readonly property int textLabel: dp(tokens.sizeLabel)
    readonly property int textSmall: dp(tokens.sizeSmall)
    readonly property int textTitle: dp(tokens.sizeTitle)
    readonly property int textValue: dp(tokens.sizeValue)
    readonly property Tokens tokens: brands.current
    readonly property real unit: dpi / 160 * scale
    readonly property int weightRegular: tokens.weightRegular
    readonly property int weightStrong: tokens.weightStrong
    readonly property bool wide: !portrait && width > (width > 2 * height ? 1400 : 1800) * unit
    property real width: 1920
    readonly property int xl: dp(tokens.spacingXl)
    readonly property int xs: dp(tokens.spacingXs)
    readonly property int xxl: dp(tokens.spacingXxl)

    //! The window's background at a place between its left and right edge (0 to 1).
    function backgroundAt(place: real): color {
        const right = Math.max(0, Math.min(1, driverRight ? 1 - place : place));
        return Qt.tint(steady.backgroundStart, fade(steady.backgroundEnd, right));
    }

    //! Device-independent pixels to pixels of this panel, whole.
    function dp(value: real): int {
        return Math.round(value * unit);
    }

    //! A colour with another opacity (0 to 1).
    function fade(value: color, opacity: real): color {
        return Qt.rgba(value.r, value.g, value.b, opacity);
    }

    Behavior on nightness {
        NumberAnimation {
            duration: root.slow
        }
    }
}
