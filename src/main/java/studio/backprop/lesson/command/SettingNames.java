package studio.backprop.lesson.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.Scaling;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.check.Nearest;
import studio.backprop.lesson.command.LessonCommand.Owner;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.optim.OptimizerType;
import studio.backprop.project.Regularization;
import studio.backprop.schedule.ScheduleCatalog;
import studio.backprop.schedule.ScheduleType;
import studio.backprop.setting.Form;
import studio.backprop.setting.Setting;
import studio.backprop.text.Message;

/** The names of all settings that a lesson may change, as {@code project.json} has them, and whether a value is one. */
public final class SettingNames {
  private static final List<String> DATA = List.of("dataset", "points", "noise", "scaling", "validationShare", "testShare", "seed");
  private static final List<String> TRAINING =
      List.of("epochs", "batch", "shuffle", "balance", "optimizer", "rate", "schedule", "patience", "seed");
  private static final String NUMBER = "\\d+(\\.\\d+)?([eE][+-]?\\d{1,2})?";

  private SettingNames() {}

  /** Of the training: its own, those of regularization, and the coefficients of optimizers and schedules. */
  static Set<String> training() {
    Set<String> names = new TreeSet<>(TRAINING);
    Regularization.FORM.settings().forEach(setting -> names.add(setting.name()));
    coefficients().map(Setting::name).filter(name -> !name.equals("every")).forEach(names::add);
    return names;
  }

  private static Stream<Setting> coefficients() {
    Stream<Form<?>> optimizers = OptimizerCatalog.types().stream().map(OptimizerType::form);
    Stream<Form<?>> schedules = ScheduleCatalog.types().stream().map(ScheduleType::form);
    return Stream.concat(optimizers, schedules).flatMap(form -> form.settings().stream());
  }

  /** All names. */
  public static Set<String> of(Owner owner) {
    return switch (owner) {
      case DATA -> new TreeSet<>(DATA);
      case TRAINING -> training();
      case NODE -> {
        Set<String> names = new TreeSet<>();
        LayerCatalog.types().forEach(type -> type.settings().forEach(setting -> names.add(setting.name())));
        yield names;
      }
    };
  }

  /** The settings of layers of this name, which may mean something else in each kind of layer. */
  static List<Setting> ofLayers(String name) {
    return LayerCatalog.types().stream().map(LayerType::settings).flatMap(List::stream).filter(setting -> setting.name().equals(name))
        .toList();
  }

  /** @throws LineFault if no setting of this name takes this value */
  static void check(Owner owner, String name, String value, int column) throws LineFault {
    switch (owner) {
      case DATA -> checkData(name, value, column);
      case TRAINING -> checkTraining(name, value, column);
      case NODE -> checkAny(ofLayers(name), name, value, column);
    }
  }

  private static void checkData(String name, String value, int column) throws LineFault {
    switch (name) {
      case "dataset" -> oneOf(name, value, column, DatasetCatalog.all().stream().map(info -> info.id()).toList());
      case "scaling" -> oneOf(name, value, column, Stream.of(Scaling.values()).map(SettingNames::lower).toList());
      default -> number(name, value, column);
    }
  }

  private static void checkTraining(String name, String value, int column) throws LineFault {
    switch (name) {
      case "optimizer" -> oneOf(name, value, column, OptimizerCatalog.types().stream().map(OptimizerType::id).toList());
      case "schedule" -> oneOf(name, value, column, ScheduleCatalog.types().stream().map(ScheduleType::id).toList());
      case "shuffle", "balance" -> oneOf(name, value, column, List.of("true", "false", "on", "off"));
      case "patience" -> {
        if (!value.equals("off")) {
          number(name, value, column);
        }
      }
      case "epochs", "batch", "rate", "seed" -> number(name, value, column);
      default -> checkAny(Stream.concat(Regularization.FORM.settings().stream(), coefficients())
          .filter(setting -> setting.name().equals(name)).toList(), name, value, column);
    }
  }

  private static void checkAny(List<Setting> settings, String name, String value, int column) throws LineFault {
    boolean good = settings.stream().anyMatch(setting -> SettingValue.parse(setting, value).isPresent());
    if (!good) {
      List<String> choices = settings.stream().flatMap(setting -> setting.choices().stream()).map(SettingNames::lower).distinct().toList();
      if (!choices.isEmpty()) {
        oneOf(name, value, column, choices);
      }
      Optional<Message> range = settings.stream().flatMap(setting -> SettingValue.outOfRange(setting, value).stream()).findFirst();
      throw new LineFault(column, range.orElseGet(() -> Message.of("lesson.setting.value", name, value)));
    }
  }

  private static void number(String name, String value, int column) throws LineFault {
    if (!value.matches(NUMBER)) {
      throw new LineFault(column, Message.of("lesson.setting.number", name, value));
    }
  }

  private static void oneOf(String name, String value, int column, List<String> choices) throws LineFault {
    if (!choices.contains(value)) {
      throw new LineFault(column, Message.of("lesson.setting.choice", name, value, Nearest.hint(value, choices)));
    }
  }

  static String lower(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
  }
}
