package studio.backprop.ui.compare.landscape;

import java.util.List;
import studio.backprop.optim.Optimizer;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.optim.OptimizerType;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.ui.compare.VariantWords;
import studio.backprop.ui.kit.Lang;

/** How optimizers and lanes are called where there is little room. */
final class RacerWords {
  private RacerWords() {}

  static String name(Lang lang, Optimizer optimizer) {
    OptimizerType type = OptimizerCatalog.typeOf(optimizer);
    return lang.known("landscape.optimizer." + type.id(), lang.say(type.title()));
  }

  /** A lane: by its optimizer on a test surface and where nothing but optimizers and their rates differ, else as side by side. */
  static String name(LandscapeModel model, Lang lang, int lane) {
    List<TrainingSettings> entries = model.entries();
    if (lane >= entries.size()) {
      return "";
    }
    String optimizer = name(lang, entries.get(lane).optimizer());
    if (model.surfaceProperty().get().isPresent()) {
      return optimizer;
    }
    Project base = model.twins().setup().base();
    List<Project> variants = model.twins().setup().variants();
    boolean race = entries.stream().map(TrainingSettings::optimizer).distinct().count() > 1
        && variants.stream().allMatch(variant -> likewise(base, variant.training()).equals(variant));
    return race ? optimizer : new VariantWords(lang).brief(base, variants, lane);
  }

  private static Project likewise(Project base, TrainingSettings as) {
    return base.withTraining(training -> training.withOptimizer(as.optimizer()).withRate(as.rate()));
  }
}
