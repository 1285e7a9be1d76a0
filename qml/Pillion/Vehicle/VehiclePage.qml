import QtQuick
import Pillion.ViewModels
Item { required property ShellViewModel shell }
