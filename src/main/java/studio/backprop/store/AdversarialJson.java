package studio.backprop.store;

import java.util.Optional;
import studio.backprop.data.DataSettings;
import studio.backprop.data.TableData;
import studio.backprop.optim.Optimizer;
import studio.backprop.project.Adversarial;
import studio.backprop.project.AdversarialSettings;
import studio.backprop.project.Assignment;
import tools.jackson.databind.node.ObjectNode;

/** JSON of GAN settings: non-default values only. */
final class AdversarialJson {
  private static final String SETTINGS = "adversarial";
  private static final String OPTIMIZER = "discriminator_optimizer";

  private AdversarialJson() {}

  /** Whether older programs, which know no settings, can read it. */
  static boolean isUsual(Adversarial assignment) {
    return assignment.settings().equals(AdversarialSettings.STANDARD) && assignment.discriminator().isEmpty();
  }

  static void write(Assignment assignment, ObjectNode root) {
    if (!(assignment instanceof Adversarial own)) {
      return;
    }
    if (!own.settings().equals(AdversarialSettings.STANDARD)) {
      root.set(SETTINGS, SettingsJson.write(AdversarialSettings.FORM, own.settings()));
    }
    own.discriminator().ifPresent(optimizer -> root.set(OPTIMIZER, TrainingJson.write(optimizer)));
  }

  static Adversarial read(Fields root, DataSettings data, Optional<TableData> table) throws StoreProblem {
    AdversarialSettings settings = root.has(SETTINGS)
        ? SettingsJson.read(AdversarialSettings.FORM, AdversarialSettings.STANDARD, root.object(SETTINGS))
        : AdversarialSettings.STANDARD;
    Optional<Optimizer> own = root.has(OPTIMIZER) ? Optional.of(TrainingJson.optimizer(root.object(OPTIMIZER))) : Optional.empty();
    return new Adversarial(data, table, settings, own);
  }
}
