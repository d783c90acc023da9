package studio.backprop.lesson.command;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
import studio.backprop.project.AdversarialSettings;
import studio.backprop.project.Regularization;
import studio.backprop.project.agent.MethodCatalog;
import studio.backprop.project.agent.MethodType;
import studio.backprop.schedule.ScheduleCatalog;
import studio.backprop.schedule.ScheduleType;
import studio.backprop.setting.Form;
import studio.backprop.setting.Setting;
import studio.backprop.tensor.Init;
import studio.backprop.text.Message;

/** Names of all settings that lessons can change, as in {@code project.json}, and validation of their values. */
public final class SettingNames {
  /** Decision threshold of two classes; not part of training. */
  static final String THRESHOLD = "threshold";
  /** The threshold that the loss is made for. */
  static final String OF_LOSS = "loss";
  private static final List<String> DATA = List.of("dataset", "points", "noise", "scaling", "validationShare", "testShare", "seed");
  private static final List<String> TRAINING =
      List.of("epochs", "batch", "shuffle", "balance", "class_weights", "optimizer", "rate", "schedule", "patience", "seed", THRESHOLD);
  /** Reinforcement-learning method of an agent; its settings have names of their own. */
  static final String METHOD = "method";
  private static final Set<String> WHOLE = Set.of("points", "seed", "epochs", "batch", "patience");
  /** Sample values, for a number that a setting accepts. */
  private static final List<String> EXAMPLES = List.of("0.5", "3", "0", "10", "1.5", "0.001", "1", "2");
  private static final String NUMBER = "\\d+(\\.\\d+)?([eE][+-]?\\d{1,2})?";

  private SettingNames() {}

  /** Training settings: its own, those of regularization, and the coefficients of optimizers and schedules. */
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

  public static Set<String> of(Owner owner) {
    return switch (owner) {
      case DATA -> new TreeSet<>(DATA);
      case TRAINING -> training();
      case AGENT -> {
        Set<String> names = new TreeSet<>(Set.of(METHOD));
        ofMethods().map(Setting::name).forEach(names::add);
        yield names;
      }
      case GAN -> AdversarialSettings.FORM.settings().stream().map(Setting::name).collect(Collectors.toCollection(TreeSet::new));
      case NODE -> {
        Set<String> names = new TreeSet<>();
        LayerCatalog.types().forEach(type -> type.settings().forEach(setting -> names.add(setting.name())));
        yield names;
      }
    };
  }

  private static Stream<Setting> ofMethods() {
    return MethodCatalog.types().stream().flatMap(type -> type.form().settings().stream());
  }

  /** Settings of layers with this name, whose meaning may differ between layer types. */
  static List<Setting> ofLayers(String name) {
    return LayerCatalog.types().stream().map(LayerType::settings).flatMap(List::stream).filter(setting -> setting.name().equals(name))
        .toList();
  }

  /** @throws LineFault if no setting of this name accepts the value */
  static void check(Owner owner, String name, String value, int column) throws LineFault {
    switch (owner) {
      case DATA -> checkData(name, value, column);
      case TRAINING -> checkTraining(name, value, column);
      case AGENT, GAN, NODE -> {
        List<String> choices = choices(owner, name);
        if (choices.isEmpty()) {
          checkAny(settings(owner, name), name, value, column);
        } else {
          oneOf(name, value, column, choices);
        }
      }
    }
  }

  private static void checkData(String name, String value, int column) throws LineFault {
    List<String> choices = choices(Owner.DATA, name);
    if (choices.isEmpty()) {
      number(name, value, column);
    } else {
      oneOf(name, value, column, choices);
    }
  }

  private static void checkTraining(String name, String value, int column) throws LineFault {
    List<String> choices = choices(Owner.TRAINING, name);
    if (!choices.isEmpty()) {
      oneOf(name, value, column, choices);
    } else if (TRAINING.contains(name)) {
      if (!(name.equals("patience") && value.equals("off") || name.equals(THRESHOLD) && value.equals(OF_LOSS))) {
        number(name, value, column);
      }
    } else {
      checkAny(settings(Owner.TRAINING, name), name, value, column);
    }
  }

  /** Enumerated values of a setting; empty where it takes numbers, or where layer types differ. */
  private static List<String> choices(Owner owner, String name) {
    return switch (owner.name().toLowerCase(Locale.ROOT) + " " + name) {
      case "data dataset" -> DatasetCatalog.all().stream().map(info -> info.id()).toList();
      case "data scaling" -> Stream.of(Scaling.values()).map(SettingNames::lower).toList();
      case "training optimizer" -> OptimizerCatalog.types().stream().map(OptimizerType::id).toList();
      case "training schedule" -> ScheduleCatalog.types().stream().map(ScheduleType::id).toList();
      case "agent method" -> MethodCatalog.types().stream().map(MethodType::id).toList();
      case "training shuffle", "training balance", "training class_weights" -> List.of("true", "false", "on", "off");
      default -> List.of();
    };
  }

  /** Settings of this name of layers, optimizers, schedules, regularization, and kinds of training. */
  private static List<Setting> settings(Owner owner, String name) {
    boolean coefficient = owner == Owner.TRAINING && !TRAINING.contains(name);
    if (owner == Owner.AGENT || owner == Owner.GAN) {
      Stream<Setting> all = owner == Owner.AGENT ? ofMethods() : AdversarialSettings.FORM.settings().stream();
      return all.filter(setting -> setting.name().equals(name)).toList();
    }
    return owner == Owner.NODE ? ofLayers(name) : Stream.concat(Regularization.FORM.settings().stream(), coefficients())
        .filter(setting -> coefficient && setting.name().equals(name)).toList();
  }

  /** Accepted values for a list: all words, or a sample number. */
  public static String values(Owner owner, String name) {
    List<String> choices = choices(owner, name);
    if (!choices.isEmpty()) {
      return String.join(" | ", choices);
    }
    List<Setting> settings = settings(owner, name);
    if (settings.isEmpty()) {
      return WHOLE.contains(name) ? name.equals("patience") ? "10 | off" : "10" : name.equals(THRESHOLD) ? "0.5 | " + OF_LOSS : "0.5";
    }
    Set<String> all = new LinkedHashSet<>();
    for (Setting setting : settings) {
      Stream<String> written = switch (setting.kind()) {
        case WHOLE, REAL -> EXAMPLES.stream().filter(value -> SettingValue.parse(setting, value).isPresent()).limit(1);
        case SWITCH -> Stream.of("true", "false");
        case CHOICE -> setting.choices().stream().map(SettingNames::lower);
        case SIZE -> Stream.of("3x3", "1x1");
        case SHAPE -> Stream.of("1x8x8");
        case INIT -> Stream.of(Init.Kind.values()).map(SettingNames::lower);
      };
      written.filter(value -> SettingValue.parse(setting, value).isPresent()).forEach(all::add);
    }
    return String.join(" | ", all);
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
