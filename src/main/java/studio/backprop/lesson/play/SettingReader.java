package studio.backprop.lesson.play;

import java.util.Locale;
import java.util.Optional;
import studio.backprop.data.DataSettings;
import studio.backprop.lesson.check.CheckedQuantity;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.project.ClassBalance;
import studio.backprop.project.Project;
import studio.backprop.project.Regularization;
import studio.backprop.project.TrainingSettings;
import studio.backprop.schedule.ScheduleCatalog;
import studio.backprop.setting.Form;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Init;

/** Reads settings by their names in files. */
final class SettingReader {
  private SettingReader() {}

  /** Number of a project: a setting or its number of layers; NaN where undefined. */
  static double number(CheckedQuantity quantity, Project project) {
    return switch (quantity.subject()) {
      case NETWORK -> number(project.network(), quantity.name());
      case DATA -> number(project.data(), quantity.name());
      case TRAINING -> number(project.training(), quantity.name());
      default -> {
        Optional<Node> node = project.network().named(quantity.node());
        boolean exists = quantity.name().equals("exists");
        yield exists ? node.isPresent() ? 1 : 0 : node.map(found -> number(found, quantity.name())).orElse(Double.NaN);
      }
    };
  }

  /** Word setting of a project; null where undefined. */
  static String word(CheckedQuantity quantity, Project project) {
    return switch (quantity.subject()) {
      case DATA -> quantity.name().equals("dataset") ? project.data().dataset() : project.data().scaling().name().toLowerCase(Locale.ROOT);
      case TRAINING -> word(project.training(), quantity.name());
      default -> project.network().named(quantity.node()).map(node -> word(node, quantity.name())).orElse(null);
    };
  }

  private static double number(Network network, String name) {
    return switch (name) {
      case "layers" -> network.nodes().stream().filter(node -> !node.layer().isInput() && !node.layer().isOutput()).count();
      case "parameters" -> network.analyse().parameterCount();
      default -> network.analyse().problems().size();
    };
  }

  private static double number(DataSettings data, String name) {
    return switch (name) {
      case "points" -> data.points();
      case "noise" -> data.noise();
      case "validationShare" -> data.validationShare();
      case "testShare" -> data.testShare();
      case "seed" -> data.seed();
      default -> Double.NaN;
    };
  }

  /** NaN where it is no number, or not there; 1 and 0 for booleans. */
  private static double number(Node node, String name) {
    return value(node.type().form(), node.layer(), name).map(SettingReader::number).orElse(Double.NaN);
  }

  /** Null where it is no word, or not there. */
  private static String word(Node node, String name) {
    return value(node.type().form(), node.layer(), name).map(SettingReader::word).orElse(null);
  }

  private static double number(TrainingSettings training, String name) {
    return switch (name) {
      case "epochs" -> training.epochs();
      case "batch" -> training.batch();
      case "rate" -> training.rate();
      case "patience" -> training.patience();
      case "seed" -> training.seed();
      case "shuffle" -> training.shuffle() ? 1 : 0;
      case "balance" -> training.balance() == ClassBalance.BATCHES ? 1 : 0;
      case "class_weights" -> training.balance() == ClassBalance.WEIGHTS ? 1 : 0;
      default -> value(Regularization.FORM, training.regularization(), name).map(SettingReader::number).orElse(Double.NaN);
    };
  }

  private static String word(TrainingSettings training, String name) {
    return switch (name) {
      case "optimizer" -> OptimizerCatalog.typeOf(training.optimizer()).id();
      case "schedule" -> ScheduleCatalog.typeOf(training.schedule()).id();
      default -> value(Regularization.FORM, training.regularization(), name).map(SettingReader::word).orElse(null);
    };
  }

  private static <R> Optional<Object> value(Form<R> form, R record, String name) {
    return form.settings().stream().filter(setting -> setting.name().equals(name)).findFirst().map(setting -> form.value(record, setting));
  }

  private static double number(Object value) {
    if (value instanceof Boolean on) {
      return on ? 1 : 0;
    }
    return value instanceof Number number ? number.doubleValue() : value instanceof Size size ? size.height() : Double.NaN;
  }

  private static String word(Object value) {
    if (value instanceof Init init) {
      return init.kind().name().toLowerCase(Locale.ROOT);
    }
    return value instanceof Enum<?> constant ? constant.name().toLowerCase(Locale.ROOT) : null;
  }
}
