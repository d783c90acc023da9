package studio.backprop.ui.compare.landscape;

import java.util.List;
import studio.backprop.optim.Optimizer;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.optim.OptimizerType;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.ui.compare.VariantWords;
import studio.backprop.ui.kit.Lang;

/** How an optimizer is called where there is little room. */
final class RacerWords {
  private RacerWords() {}

  /** What tells a lane from the others: its optimizer, where that or the rate beside it does; else what its variant does otherwise. */
  static String name(Lang lang, LandscapeModel model, int lane) {
    List<TrainingSettings> entries = model.entries();
    List<Project> variants = model.twins().setup().variants();
    long told = entries.stream().map(entry -> List.of(entry.optimizer(), entry.rate())).distinct().count();
    return told == entries.size() || variants.size() != entries.size() ? name(lang, entries.get(lane).optimizer())
        : new VariantWords(lang).brief(model.twins().setup().base(), variants, lane);
  }

  static String name(Lang lang, Optimizer optimizer) {
    OptimizerType type = OptimizerCatalog.typeOf(optimizer);
    return lang.known("landscape.optimizer." + type.id(), lang.say(type.title()));
  }
}
