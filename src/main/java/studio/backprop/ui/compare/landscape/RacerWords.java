package studio.backprop.ui.compare.landscape;

import studio.backprop.optim.Optimizer;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.optim.OptimizerType;
import studio.backprop.ui.kit.Lang;

/** How an optimizer is called where there is little room. */
final class RacerWords {
  private RacerWords() {}

  static String name(Lang lang, Optimizer optimizer) {
    OptimizerType type = OptimizerCatalog.typeOf(optimizer);
    return lang.known("landscape.optimizer." + type.id(), lang.say(type.title()));
  }
}
