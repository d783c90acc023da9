package studio.backprop.search.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerType;
import studio.backprop.network.Analysis;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.repair.LayerSettings;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.optim.OptimizerType;
import studio.backprop.project.Project;
import studio.backprop.project.Regularization;
import studio.backprop.schedule.ScheduleCatalog;
import studio.backprop.schedule.ScheduleType;
import studio.backprop.search.space.Searchable.Change;
import studio.backprop.setting.Form;
import studio.backprop.setting.Setting;
import studio.backprop.text.Message;

/**
 * Searchable settings of a project, in the order of setting: hidden layers, single layers, training. Mostly from the annotations of
 * settings.
 */
public final class Searchables {
  private static final int MOST_LAYERS = 12;
  private static final int MOST_UNITS = 16_384;
  private static final int MOST_BATCH = 65_536;
  private static final double LEAST_RATE = 1e-9;
  private static final double MOST_RATE = 1000;
  private static final double MOST_DROPOUT = 0.95;
  private static final double USUAL_DROPOUT = 0.5;
  private static final double LEAST_PENALTY = 1e-7;
  private static final double USUAL_PENALTY = 0.01;
  /** Factor of the default range around a value. */
  private static final int RANGE_FACTOR = 4;
  private static final int FAR_AROUND = 10;
  private static final List<Activation> USUAL_ACTIVATIONS =
      List.of(Activation.RELU, Activation.TANH, Activation.SIGMOID, Activation.GELU);
  private static final List<String> USUAL_OPTIMIZERS = List.of("sgd", "momentum", "rmsprop", "adam");
  private static final List<String> NO_SEARCH = List.of("trainable", "init");

  private Searchables() {}

  public static List<Searchable> of(Project project) {
    List<Searchable> all = new ArrayList<>(hidden(project.network()));
    all.addAll(layers(project.network()));
    all.addAll(training());
    return List.copyOf(all);
  }

  private static List<Searchable> hidden(Network network) {
    List<Node> hidden = HiddenLayers.of(network);
    if (hidden.isEmpty()) {
      return List.of();
    }
    int units = LayerSettings.value(hidden.get(0).layer(), "units", Integer.class).orElseThrow();
    return List.of(
        Searchable.number("layers", Message.of("trials.setting.layers"), Optional.empty(), Dimension.span("layers", 1,
            Math.max(3, hidden.size() + 1), false, true), 1, MOST_LAYERS, whole(HiddenLayers::count)),
        Searchable.number("units", Message.of("setting.units"), Optional.empty(), around("units", units, 1, MOST_UNITS, true), 1,
            MOST_UNITS, whole(HiddenLayers::units)),
        Searchable.choice("activation", Message.of("setting.activation"), Optional.empty(), names(USUAL_ACTIVATIONS),
            names(functions()), titles(functions()), (project, value) -> Optional.of(project.withNetwork(
                changed -> HiddenLayers.activation(changed, Activation.valueOf(value.toUpperCase(Locale.ROOT)))))),
        toggle("batch_norm", Message.of("layer.batch_norm"), Optional.empty(), (project, value) -> Optional.of(project.withNetwork(
            changed -> HiddenLayers.norm(changed, value.equals(ON))))),
        Searchable.number("dropout", Message.of("setting.dropout"), Optional.empty(),
            Dimension.span("dropout", 0, USUAL_DROPOUT, false, false), 0, MOST_DROPOUT,
            (project, value) -> Optional.of(project.withNetwork(changed -> HiddenLayers.dropout(changed, Double.parseDouble(value))))));
  }

  private interface OfWhole {
    Network apply(Network network, int number);
  }

  private static Change whole(OfWhole change) {
    return (project, value) -> Optional.of(project.withNetwork(network -> change.apply(network, (int) Double.parseDouble(value))));
  }

  // --- settings of single layers

  private static List<Searchable> layers(Network network) {
    Analysis analysis = network.analyse();
    Optional<Node> last = analysis.order().stream().filter(node -> !analysis.parameters(node).isEmpty()).reduce((a, b) -> b);
    List<Searchable> all = new ArrayList<>();
    for (Node node : analysis.order()) {
      if (!node.sharesWeights() && node.layer().arity().max() > 0 && !network.targets(node.id()).isEmpty()) {
        boolean fixed = last.filter(node::equals).isPresent(); // data and loss determine its width and activation
        for (Setting setting : node.type().settings()) {
          if (!fixed || setting.kind() == Setting.Kind.SWITCH) {
            ofLayer(node, setting).ifPresent(all::add);
          }
        }
      }
    }
    return all;
  }

  private static Optional<Searchable> ofLayer(Node node, Setting setting) {
    LayerType type = node.type();
    if (NO_SEARCH.contains(setting.name()) || !type.form().applies(node.layer(), setting)) {
      return Optional.empty();
    }
    Object now = type.form().value(node.layer(), setting);
    return of(node.name() + "." + setting.name(), Optional.of(node.title()), setting, now, (project, value) ->
        project.network().named(node.name()).filter(there -> there.type().equals(type))
            .map(there -> project.withNetwork(network -> network.with(there.id(), old -> old.withLayer(changed(old.layer(), setting,
                value))))));
  }

  private static Layer changed(Layer layer, Setting setting, String value) {
    Object read = read(setting, value);
    return read instanceof Activation function ? LayerSettings.bentBy(layer, function).orElse(layer)
        : LayerSettings.with(layer, setting.name(), read).orElse(layer);
  }

  // --- settings of any record

  private static final String ON = "on";
  private static final String OFF = "off";

  private static Searchable toggle(String name, Message title, Optional<Message> owner, Change change) {
    return Searchable.choice(name, title, owner, List.of(OFF, ON), List.of(OFF, ON),
        List.of(Message.of("twins.off"), Message.of("twins.on")), change);
  }

  private static Optional<Searchable> of(String name, Optional<Message> owner, Setting setting, Object now, Change change) {
    double low = setting.range().min();
    double high = setting.range().max();
    return switch (setting.kind()) {
      case WHOLE -> Optional.of(Searchable.number(
          name, setting.title(), owner, around(name, ((Integer) now).doubleValue(), low, high, true), low, high, change));
      case REAL -> Optional.of(Searchable.number(
          name, setting.title(), owner, real(name, (Double) now, low, high), low, high, change));
      case SWITCH -> Optional.of(toggle(name, setting.title(), owner, change));
      case CHOICE -> Optional.of(ofChoice(name, owner, setting, change));
      default -> Optional.empty();
    };
  }

  private static Searchable ofChoice(String name, Optional<Message> owner, Setting setting, Change change) {
    List<String> known = names(setting.choices());
    boolean functions = setting.choices().get(0) instanceof Activation;
    return Searchable.choice(name, setting.title(), owner, functions ? names(USUAL_ACTIVATIONS) : known, known,
        titles(setting.choices()), change);
  }

  private static Object read(Setting setting, String value) {
    return switch (setting.kind()) {
      case WHOLE -> (int) Double.parseDouble(value);
      case REAL -> Double.parseDouble(value);
      case SWITCH -> value.equals(ON);
      default -> setting.choices().stream().filter(choice -> name(choice).equals(value)).findFirst().orElseThrow();
    };
  }

  /** Default range around a value, within the limits. */
  private static Dimension around(String name, double now, double low, double high, boolean whole) {
    double from = Math.max(low, Math.floor(now / RANGE_FACTOR));
    double to = Math.min(high, Math.max(1, now) * RANGE_FACTOR);
    return Dimension.span(name, from, to, from > 0 && to / from > RANGE_FACTOR, whole);
  }

  private static Dimension real(String name, double now, double low, double high) {
    if (low >= 0 && high <= 1 && low == 0) {
      return Dimension.span(name, 0, name.endsWith("rate") ? USUAL_DROPOUT : high, false, false);
    }
    double from = Math.max(low, now / FAR_AROUND);
    double to = Math.min(high, now > 0 ? now * FAR_AROUND : 1);
    return from < to ? Dimension.span(name, from, to, from > 0, false) : Dimension.span(name, low, Math.max(low, 1), false, false);
  }

  private static List<Activation> functions() {
    return Stream.of(Activation.values()).filter(function -> function != Activation.SOFTMAX && function != Activation.LOG_SOFTMAX).toList();
  }

  private static String name(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
  }

  private static List<String> names(List<?> constants) {
    return constants.stream().map(Searchables::name).toList();
  }

  private static List<Object> titles(List<?> constants) {
    return constants.stream().<Object>map(Setting::choiceTitle).toList();
  }

  // --- training

  private static List<Searchable> training() {
    List<Searchable> all = new ArrayList<>();
    all.add(Searchable.choice("optimizer", Message.of("training.optimizer"), Optional.empty(), USUAL_OPTIMIZERS,
        OptimizerCatalog.types().stream().map(OptimizerType::id).toList(),
        OptimizerCatalog.types().stream().<Object>map(OptimizerType::title).toList(), Searchables::withOptimizer));
    OptimizerCatalog.types().forEach(type -> all.addAll(coefficients(type)));
    all.add(Searchable.number("rate", Message.of("training.rate"), Optional.empty(), Dimension.span("rate", 1e-4, 1, true, false),
        LEAST_RATE, MOST_RATE, training((training, value) -> training.withTraining(t -> t.withRate(value)))));
    all.add(Searchable.choice("schedule", Message.of("training.schedule"), Optional.empty(), List.of("constant", "cosine"),
        ScheduleCatalog.types().stream().map(ScheduleType::id).toList(),
        ScheduleCatalog.types().stream().<Object>map(ScheduleType::title).toList(), (project, value) -> Optional.of(
            project.withTraining(t -> t.withSchedule(ScheduleCatalog.typeOf(t.schedule()).id().equals(value) ? t.schedule()
                : ScheduleCatalog.find(value).orElseThrow().fresh())))));
    all.add(new Searchable("batch", Message.of("training.batch"), Optional.empty(),
        Dimension.choice("batch", List.of("16", "32", "64", "128")), 1, MOST_BATCH, List.of(), List.of(),
        training((project, value) -> project.withTraining(t -> t.withBatch(value.intValue())))));
    Regularization.FORM.settings().stream().filter(setting -> setting.name().startsWith("l1") || setting.name().startsWith("l2"))
        .forEach(setting -> all.add(Searchable.number(setting.name(), setting.title(), Optional.empty(),
            Dimension.span(setting.name(), LEAST_PENALTY, USUAL_PENALTY, true, false), setting.range().min(), setting.range().max(),
            training((project, value) -> project.withTraining(
                t -> t.withRegularization(Regularization.FORM.with(t.regularization(), setting, value)))))));
    return all;
  }

  private interface OfNumber {
    Project apply(Project project, Double number);
  }

  private static Change training(OfNumber change) {
    return (project, value) -> Optional.of(change.apply(project, Double.valueOf(value)));
  }

  /** The project's own optimizer keeps its coefficients. */
  private static Optional<Project> withOptimizer(Project project, String id) {
    return Optional.of(project.withTraining(t -> OptimizerCatalog.typeOf(t.optimizer()).id().equals(id) ? t
        : t.withOptimizer(OptimizerCatalog.find(id).orElseThrow().fresh())));
  }

  /** Hyperparameters of one optimizer. */
  private static List<Searchable> coefficients(OptimizerType type) {
    Function<Setting, Change> change = setting -> (project, value) ->
        OptimizerCatalog.typeOf(project.training().optimizer()).equals(type)
            ? Optional.of(project.withTraining(t -> t.withOptimizer(type.form().with(t.optimizer(), setting, read(setting, value)))))
            : Optional.empty();
    Form<?> form = type.form();
    return form.settings().stream().flatMap(setting -> of(type.id() + "." + setting.name(), Optional.of(type.title()), setting,
        type.form().value(type.fresh(), setting), change.apply(setting)).stream()).toList();
  }
}
