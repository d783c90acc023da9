package studio.backprop.ui.designer;

import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Motion;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.run.RunModel;

/** What every part of the canvas works with. */
record Desk(DesignerModel model, RunModel run, Lang lang, ThemeModel theme, Motion motion, Hints hints) {}
