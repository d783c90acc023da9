package studio.backprop.lesson.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Scaling;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.lesson.check.Check;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.LessonCommand.AddLayer;
import studio.backprop.lesson.command.LessonCommand.Change;
import studio.backprop.lesson.command.LessonCommand.DrawWire;
import studio.backprop.lesson.command.LessonCommand.RemoveNode;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Wire;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.optim.OptimizerType;
import studio.backprop.project.Adversarial;
import studio.backprop.project.AdversarialSettings;
import studio.backprop.project.Agent;
import studio.backprop.project.ClassBalance;
import studio.backprop.project.DecisionThreshold;
import studio.backprop.project.Project;
import studio.backprop.project.Regularization;
import studio.backprop.project.TrainingSettings;
import studio.backprop.project.agent.AgentMethod;
import studio.backprop.project.agent.MethodCatalog;
import studio.backprop.schedule.ScheduleCatalog;
import studio.backprop.schedule.ScheduleType;
import studio.backprop.setting.Form;
import studio.backprop.setting.Setting;
import studio.backprop.text.Message;

/** Edits of commands as pure functions of the project. */
public final class ProjectEdits {
  private static final double BESIDE = 180;

  private ProjectEdits() {}

  public static boolean isEdit(LessonCommand command) {
    return command instanceof Change change && change.lane().isEmpty() || command instanceof AddLayer || command instanceof RemoveNode
        || command instanceof DrawWire || command instanceof LessonCommand.NewWeights;
  }

  /**
   * The project after a command, which may be meant for a variant; unchanged where the command is no edit.
   *
   * @throws LineFault if a node or setting does not exist; its column is that of the whole command
   */
  public static Project apply(LessonCommand command, Project project) throws LineFault {
    if (command instanceof Change change) {
      return switch (change.owner()) {
        case TRAINING -> change.name().equals(SettingNames.THRESHOLD) ? threshold(project, change.value())
            : project.withTraining(training -> training(training, change.name(), change.value()));
        case DATA -> project.withData(data(project.data(), change.name(), change.value()));
        case NODE -> nodes(project, change);
        case AGENT -> agent(project, change);
        case GAN -> adversarial(project, change);
      };
    } else if (command instanceof AddLayer add) {
      Network network = added(project.network(), add);
      return project.withNetwork(old -> network);
    } else if (command instanceof RemoveNode remove) {
      List<Integer> ids = found(remove.node(), project.network()).stream().map(Node::id).toList();
      return project.withNetwork(old -> old.remove(ids));
    } else if (command instanceof DrawWire wire) {
      int from = found(wire.from(), project.network()).get(0).id();
      int to = found(wire.to(), project.network()).get(0).id();
      return project.withNetwork(old -> old.wire(from, to));
    } else if (command instanceof LessonCommand.NewWeights) {
      return project.withTraining(training -> training.withSeed(training.seed() + 1));
    }
    return project;
  }

  /**
   * The compared variants of a project, from A on. Changes of A apply to all.
   *
   * @param lanes changes of each
   * @throws LineFault if a change cannot be applied
   */
  public static List<Project> variants(Project project, SortedMap<Character, List<Change>> lanes) throws LineFault {
    List<Project> all = new ArrayList<>();
    Project base = project;
    char last = lanes.isEmpty() ? 'A' : lanes.lastKey();
    for (char lane = 'A'; lane <= last; lane++) {
      Project variant = base;
      for (Change change : lanes.getOrDefault(lane, List.of())) {
        variant = apply(change, variant);
      }
      base = lane == 'A' ? variant : base;
      all.add(variant);
    }
    return all;
  }

  /** Localized name of an edit, for the undo button. */
  public static Message name(LessonCommand command) {
    return Message.of("lesson.edit");
  }

  /** Nodes of a name or pattern. @throws LineFault if there is none */
  public static List<Node> found(String name, Network network) throws LineFault {
    List<String> names = Check.matches(name, network);
    if (names.isEmpty()) {
      String all = network.nodes().stream().map(Node::name).collect(Collectors.joining(", "));
      throw new LineFault(1, Message.of("lesson.node.none", name, all));
    }
    return names.stream().flatMap(one -> network.named(one).stream()).toList();
  }

  private static Network added(Network network, AddLayer add) throws LineFault {
    Node after = found(add.after(), network).get(0);
    LayerType type = LayerCatalog.types().stream().filter(one -> one.id().equals(add.type())).findFirst().orElseThrow();
    int id = network.nextId();
    List<Wire> out = network.wires().stream().filter(wire -> wire.from() == after.id()).toList();
    Network placed = network.add(type.fresh(), after.x() + BESIDE / 2, after.y() + BESIDE / 2).with(id, node -> node.withName(add.name()));
    return out.isEmpty() ? placed.wire(after.id(), id) : placed.insert(id, out);
  }

  private static Project nodes(Project project, Change change) throws LineFault {
    Network network = project.network();
    boolean any = false;
    for (Node node : found(change.node(), network)) {
      Optional<Setting> setting = node.type().settings().stream().filter(one -> one.name().equals(change.name())).findFirst();
      if (setting.isPresent()) {
        Optional<Object> value = SettingValue.parse(setting.get(), change.value());
        if (value.isEmpty()) {
          throw new LineFault(1, SettingValue.outOfRange(setting.get(), change.value())
              .orElse(Message.of("lesson.setting.value", change.name(), change.value())));
        }
        Layer changed = node.type().form().with(node.layer(), setting.get(), value.get());
        network = network.with(node.id(), old -> old.withLayer(changed));
        any = true;
      }
    }
    if (!any) {
      throw new LineFault(1, Message.of("lesson.setting.not_of", change.node(), change.name()));
    }
    Network result = network;
    return project.withNetwork(old -> result);
  }

  /** Changes the agent's method, keeping common settings, or a setting of the method. */
  private static Project agent(Project project, Change change) throws LineFault {
    if (!(project.assignment() instanceof Agent agent)) {
      throw new LineFault(1, Message.of("lesson.setting.no_agent", change.name()));
    } else if (change.name().equals(SettingNames.METHOD)) {
      return Agent.learningBy(project, MethodCatalog.find(change.value()).orElseThrow());
    }
    Form<?> form = MethodCatalog.typeOf(agent.method()).form();
    AgentMethod method = (AgentMethod) set(form, agent.method(), change);
    return project.withAssignment(agent.withMethod(method));
  }

  private static Project adversarial(Project project, Change change) throws LineFault {
    if (!(project.assignment() instanceof Adversarial adversarial)) {
      throw new LineFault(1, Message.of("lesson.setting.no_gan", change.name()));
    }
    return adversarial.changed(project, (AdversarialSettings) set(AdversarialSettings.FORM, adversarial.settings(), change));
  }

  /** @throws LineFault if the record has no such setting or the value is invalid */
  private static <R> Object set(Form<R> form, Object record, Change change) throws LineFault {
    Setting setting = form.settings().stream().filter(one -> one.name().equals(change.name())).findFirst()
        .orElseThrow(() -> new LineFault(1, Message.of("lesson.setting.not_there", change.name(),
            form.settings().stream().map(Setting::name).collect(Collectors.joining(", ")))));
    Object value = SettingValue.parse(setting, change.value()).orElseThrow(() -> new LineFault(1,
        SettingValue.outOfRange(setting, change.value()).orElse(Message.of("lesson.setting.value", change.name(), change.value()))));
    @SuppressWarnings("unchecked") // of its own form
    R own = (R) record;
    return form.with(own, setting, value);
  }

  private static TrainingSettings training(TrainingSettings now, String name, String value) {
    return switch (name) {
      case "epochs" -> now.withEpochs(whole(value));
      case "batch" -> now.withBatch(whole(value));
      case "rate" -> now.withRate(Double.parseDouble(value));
      case "seed" -> now.withSeed(whole(value));
      case "patience" -> now.withPatience(value.equals("off") ? 0 : whole(value));
      case "shuffle" -> now.withShuffle(on(value));
      case "balance" -> balanced(now, ClassBalance.BATCHES, on(value));
      case "class_weights" -> balanced(now, ClassBalance.WEIGHTS, on(value));
      case "optimizer" -> now.withOptimizer(OptimizerCatalog.find(value).map(OptimizerType::fresh).orElse(now.optimizer()));
      case "schedule" -> now.withSchedule(ScheduleCatalog.find(value).map(ScheduleType::fresh).orElse(now.schedule()));
      default -> coefficient(now, name, value);
    };
  }

  /** Threshold on a probability: from 0 to 1. */
  private static Project threshold(Project project, String value) throws LineFault {
    if (value.equals(SettingNames.OF_LOSS)) {
      return project.withThreshold(DecisionThreshold::ofLoss);
    }
    double score = Double.parseDouble(value);
    boolean margins = project.network().outputs().stream().anyMatch(node -> node.layer() instanceof Output output
        && output.loss() == Loss.HINGE);
    if (score > 1 && !margins) {
      throw new LineFault(1, Message.of("lesson.setting.threshold", value));
    }
    return project.withThreshold(now -> now.custom(score));
  }

  /** One way of balancing replaces the other; off ends only its own. */
  private static TrainingSettings balanced(TrainingSettings now, ClassBalance way, boolean on) {
    return on ? now.withBalance(way) : now.balance() == way ? now.withBalance(ClassBalance.NONE) : now;
  }

  private static TrainingSettings coefficient(TrainingSettings now, String name, String value) {
    return changed(Regularization.FORM, now.regularization(), name, value).map(now::withRegularization)
        .or(() -> changed(OptimizerCatalog.typeOf(now.optimizer()).form(), now.optimizer(), name, value).map(now::withOptimizer))
        .or(() -> changed(ScheduleCatalog.typeOf(now.schedule()).form(), now.schedule(), name, value).map(now::withSchedule))
        .orElse(now);
  }

  private static <R> Optional<R> changed(Form<R> form, R record, String name, String value) {
    return form.settings().stream().filter(setting -> setting.name().equals(name)).findFirst()
        .flatMap(setting -> SettingValue.parse(setting, value).map(parsed -> form.with(record, setting, parsed)));
  }

  private static DataSettings data(DataSettings now, String name, String value) {
    return switch (name) {
      case "dataset" -> now.withDataset(value);
      case "points" -> now.withPoints(whole(value));
      case "noise" -> now.withNoise(Double.parseDouble(value));
      case "scaling" -> now.withScaling(Scaling.valueOf(value.toUpperCase(Locale.ROOT)));
      case "validationShare" -> now.withShares(Double.parseDouble(value), now.testShare());
      case "testShare" -> now.withShares(now.validationShare(), Double.parseDouble(value));
      default -> now.withSeed(whole(value));
    };
  }

  private static int whole(String value) {
    return (int) Double.parseDouble(value);
  }

  private static boolean on(String value) {
    return value.equals("true") || value.equals("on");
  }
}
