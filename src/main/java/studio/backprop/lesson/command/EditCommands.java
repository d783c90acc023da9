package studio.backprop.lesson.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import studio.backprop.data.DataSettings;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.LessonCommand.Change;
import studio.backprop.lesson.command.LessonCommand.Owner;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.optim.OptimizerType;
import studio.backprop.project.Adversarial;
import studio.backprop.project.AdversarialSettings;
import studio.backprop.project.Agent;
import studio.backprop.project.ClassBalance;
import studio.backprop.project.Project;
import studio.backprop.project.Regularization;
import studio.backprop.project.TrainingSettings;
import studio.backprop.project.agent.MethodCatalog;
import studio.backprop.project.agent.MethodType;
import studio.backprop.schedule.ScheduleCatalog;
import studio.backprop.schedule.ScheduleType;
import studio.backprop.setting.Form;
import studio.backprop.setting.Setting;

/**
 * Derives commands from an edit: those that turn one project into the other. Each is applied as it is found, so that the result is
 * verified.
 */
public final class EditCommands {
  private final List<LessonCommand> commands = new ArrayList<>();
  private final Project after;
  private Project now;

  private EditCommands(Project before, Project after) {
    this.now = before;
    this.after = after;
  }

  /**
   * Commands from one project to the other; an empty list where only positions on the canvas differ; empty where no commands lead there.
   */
  public static Optional<List<LessonCommand>> between(Project before, Project after) {
    EditCommands found = new EditCommands(before, after);
    try {
      found.find();
    } catch (LineFault | IllegalArgumentException e) { // an intermediate project is invalid
      return Optional.empty();
    }
    boolean written = found.commands.stream().allMatch(command -> CommandWriter.line(command).isPresent());
    return written && same(found.now, after) ? Optional.of(List.copyOf(found.commands)) : Optional.empty();
  }

  /** Whether two projects compute the same, node for node: positions, marks and the order of edges to different nodes are ignored. */
  public static boolean same(Project a, Project b) {
    return a.training().equals(b.training()) && a.threshold().own().equals(b.threshold().own())
        && a.assignment().equals(b.assignment()) && nodes(a.network()).equals(nodes(b.network()));
  }

  private static List<Object> nodes(Network network) {
    return network.nodes().stream().map(node -> (Object) List.of(node.id(), node.name(), node.layer(), node.weights(),
        network.sources(node.id()).stream().map(Node::id).toList())).toList();
  }

  private void find() throws LineFault {
    for (Node node : now.network().nodes()) {
      if (after.network().find(node.id()).isEmpty()) {
        carryOut(new LessonCommand.RemoveNode(node.name()));
      }
    }
    for (Node node : after.network().nodes()) {
      if (now.network().find(node.id()).isEmpty()) {
        add(node);
      }
    }
    wires();
    for (Node node : after.network().nodes()) {
      Optional<Node> old = now.network().find(node.id());
      if (old.isPresent() && old.get().type() == node.type()) {
        settings(node.type().form(), old.get().layer(), node.layer(), Owner.NODE, node.name());
      }
    }
    data();
    kind();
    training();
    change(SettingNames.THRESHOLD, threshold(now), threshold(after));
  }

  private void carryOut(LessonCommand command) throws LineFault {
    commands.add(command);
    now = ProjectEdits.apply(command, now);
  }

  private void add(Node node) throws LineFault {
    Optional<Node> source = after.network().sources(node.id()).stream().filter(one -> now.network().find(one.id()).isPresent()).findFirst();
    if (source.isPresent()) {
      carryOut(new LessonCommand.AddLayer(node.type().id(), node.name(), now.network().node(source.get().id()).name()));
    }
  }

  private void wires() throws LineFault {
    for (var wire : after.network().wires()) {
      boolean known = now.network().find(wire.from()).isPresent() && now.network().find(wire.to()).isPresent();
      if (known && !now.network().wires().contains(wire)) {
        carryOut(new LessonCommand.DrawWire(now.network().node(wire.from()).name(), now.network().node(wire.to()).name()));
      }
    }
  }

  /** Commands for the settings that differ between two records. @param form of both, unless their types differ */
  private <R> void settings(Form<R> form, R old, R wanted, Owner owner, String node) throws LineFault {
    for (Setting setting : form.settings()) {
      Object value = form.value(wanted, setting);
      if (!value.equals(form.value(old, setting))) {
        carryOut(new Change(Optional.empty(), owner, node, setting.name(), SettingValue.write(value)));
      }
    }
  }

  private void data() throws LineFault {
    DataSettings wanted = after.data();
    if (!now.data().dataset().equals(wanted.dataset())) {
      data("dataset", wanted.dataset());
    }
    if (now.data().points() != wanted.points()) {
      data("points", wanted.points());
    }
    if (now.data().noise() != wanted.noise()) {
      data("noise", wanted.noise());
    }
    if (now.data().scaling() != wanted.scaling()) {
      data("scaling", wanted.scaling());
    }
    if (now.data().validationShare() > wanted.validationShare()) { // the decrease first, so that the sum stays within its limit
      data("validationShare", wanted.validationShare());
    }
    if (now.data().testShare() != wanted.testShare()) {
      data("testShare", wanted.testShare());
    }
    if (now.data().validationShare() != wanted.validationShare()) {
      data("validationShare", wanted.validationShare());
    }
    if (now.data().seed() != wanted.seed()) {
      data("seed", wanted.seed());
    }
  }

  private void data(String name, Object value) throws LineFault {
    carryOut(new Change(Optional.empty(), Owner.DATA, "", name, SettingValue.write(value)));
  }

  private void kind() throws LineFault {
    if (now.assignment() instanceof Agent old && after.assignment() instanceof Agent wanted) {
      MethodType type = MethodCatalog.typeOf(wanted.method());
      if (MethodCatalog.typeOf(old.method()) != type) {
        carryOut(new Change(Optional.empty(), Owner.AGENT, "", SettingNames.METHOD, type.id()));
      }
      settings(type.form(), ((Agent) now.assignment()).method(), wanted.method(), Owner.AGENT, "");
    } else if (now.assignment() instanceof Adversarial old && after.assignment() instanceof Adversarial wanted) {
      settings(AdversarialSettings.FORM, old.settings(), wanted.settings(), Owner.GAN, "");
    }
  }

  private void training() throws LineFault {
    TrainingSettings old = now.training();
    TrainingSettings wanted = after.training();
    if (wanted.seed() == old.seed() + 1 && wanted.withSeed(old.seed()).equals(old) && commands.isEmpty()) {
      carryOut(new LessonCommand.NewWeights());
      return;
    }
    change("seed", old.seed(), wanted.seed());
    change("epochs", old.epochs(), wanted.epochs());
    change("batch", old.batch(), wanted.batch());
    change("shuffle", old.shuffle(), wanted.shuffle());
    change("balance", old.balance() == ClassBalance.BATCHES, wanted.balance() == ClassBalance.BATCHES);
    change("class_weights", old.balance() == ClassBalance.WEIGHTS, wanted.balance() == ClassBalance.WEIGHTS);
    change("rate", old.rate(), wanted.rate());
    change("patience", old.patience(), wanted.patience());
    OptimizerType optimizer = OptimizerCatalog.typeOf(wanted.optimizer());
    change("optimizer", OptimizerCatalog.typeOf(old.optimizer()).id(), optimizer.id());
    settings(optimizer.form(), now.training().optimizer(), wanted.optimizer(), Owner.TRAINING, "");
    ScheduleType schedule = ScheduleCatalog.typeOf(wanted.schedule());
    change("schedule", ScheduleCatalog.typeOf(old.schedule()).id(), schedule.id());
    settings(schedule.form(), now.training().schedule(), wanted.schedule(), Owner.TRAINING, "");
    settings(Regularization.FORM, now.training().regularization(), wanted.regularization(), Owner.TRAINING, "");
  }

  private static Object threshold(Project of) {
    OptionalDouble own = of.threshold().own();
    return own.isPresent() ? own.getAsDouble() : SettingNames.OF_LOSS;
  }

  private void change(String name, Object old, Object wanted) throws LineFault {
    if (!old.equals(wanted)) {
      carryOut(new Change(Optional.empty(), Owner.TRAINING, "", name, SettingValue.write(wanted)));
    }
  }

  /** Lines of commands, separated by line breaks. */
  public static String lines(List<LessonCommand> commands) {
    return commands.stream().map(command -> CommandWriter.line(command).orElseThrow()).collect(Collectors.joining("\n"));
  }
}
