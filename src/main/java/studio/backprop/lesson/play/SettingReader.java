package studio.backprop.lesson.play;

import java.util.Locale;
import java.util.Optional;
import studio.backprop.network.Node;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.project.Regularization;
import studio.backprop.project.TrainingSettings;
import studio.backprop.schedule.ScheduleCatalog;
import studio.backprop.setting.Form;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Init;

/** Settings by their names in files. */
final class SettingReader {
  private SettingReader() {}

  /** NaN where it is no number, or not there; 1 and 0 for yes and no. */
  static double number(Node node, String name) {
    return value(node.type().form(), node.layer(), name).map(SettingReader::number).orElse(Double.NaN);
  }

  /** Null where it is no word, or not there. */
  static String word(Node node, String name) {
    return value(node.type().form(), node.layer(), name).map(SettingReader::word).orElse(null);
  }

  static double number(TrainingSettings training, String name) {
    return switch (name) {
      case "epochs" -> training.epochs();
      case "batch" -> training.batch();
      case "rate" -> training.rate();
      case "patience" -> training.patience();
      case "seed" -> training.seed();
      case "shuffle" -> training.shuffle() ? 1 : 0;
      case "balance" -> training.balance() ? 1 : 0;
      default -> value(Regularization.FORM, training.regularization(), name).map(SettingReader::number).orElse(Double.NaN);
    };
  }

  static String word(TrainingSettings training, String name) {
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
