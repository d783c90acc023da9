package studio.backprop.ui.compare.landscape;

import java.util.List;
import studio.backprop.optim.Optimizer;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.optim.OptimizerType;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.ui.compare.comparison.VariantTexts;
import studio.backprop.ui.kit.Lang;

/** Short names of optimizers and variants. */
public final class RacerTexts {
  private RacerTexts() {}

  public static String name(Lang lang, Optimizer optimizer) {
    OptimizerType type = OptimizerCatalog.typeOf(optimizer);
    return lang.known("landscape.optimizer." + type.id(), lang.say(type.title()));
  }

  /** By optimizer on a test surface, else as {@link #name(Lang, Project, List, int)}. */
  static String name(LandscapeModel model, Lang lang, int index) {
    List<TrainingSettings> entries = model.entries();
    if (index >= entries.size()) {
      return "";
    }
    return model.surfaceProperty().get().isPresent() ? name(lang, entries.get(index).optimizer())
        : name(lang, model.twins().setup().base(), model.twins().setup().variants(), index);
  }

  /** By optimizer where only optimizers and their rates differ, else by its differences. */
  public static String name(Lang lang, Project base, List<Project> variants, int index) {
    boolean race = variants.stream().map(variant -> variant.training().optimizer()).distinct().count() > 1
        && variants.stream().allMatch(variant -> likewise(base, variant.training()).equals(variant));
    return race ? name(lang, variants.get(index).training().optimizer()) : new VariantTexts(lang).title(base, variants, index);
  }

  private static Project likewise(Project base, TrainingSettings as) {
    return base.withTraining(training -> training.withOptimizer(as.optimizer()).withRate(as.rate()));
  }
}
