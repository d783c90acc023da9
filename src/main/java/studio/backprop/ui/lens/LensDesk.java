package studio.backprop.ui.lens;

import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Motion;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.ThemeModel;

/** What every picture of a node's inside works with. */
record LensDesk(LensModel model, Lang lang, ThemeModel theme, Hints hints, Motion motion, Pulse pulse) {}
