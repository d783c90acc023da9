package studio.backprop.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanExpression;
import studio.backprop.network.Node;
import studio.backprop.project.Adversarial;
import studio.backprop.project.Agent;
import studio.backprop.text.Message;
import studio.backprop.ui.design.inspector.InspectorView;
import studio.backprop.ui.design.palette.PaletteView;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.window.shell.ShellView;
import studio.backprop.ui.window.shell.TrainingSetup;
import studio.backprop.ui.workspace.document.DocumentModel;

/** Reveals the control of a training setting, by command or from the status bar. */
final class SettingCommands {
  private static final List<String> OF_TRAINING = List.of(
      "training.rate", "training.optimizer", "training.schedule", "training.batch", "training.epochs", "training.patience",
      "training.shuffle", "training.balance",
      "training.seed", "regularization.l1", "regularization.l2", "regularization.clip");
  /** Not of an agent, which has no examples. */
  private static final List<Message> OF_EXAMPLES = Stream.of("training.shuffle", "training.balance", "training.patience").map(Message::of)
      .toList();
  /** Of an agent, with their controls in the inspector. */
  private static final Map<String, String> OF_AGENT = new TreeMap<>(Map.of("agent.world", "agent.world", "agent.method", "agent.method",
      "agent.epsilon_now", "epsilon", "agent.discount", "agent.discount", "agent.look", "agent.look"));
  /** Of a GAN. */
  private static final List<String> OF_ADVERSARIAL = List.of(
      "adversarial.trains", "adversarial.objective", "adversarial.discriminatorSteps", "adversarial.realLabel", "adversarial.noise",
      "adversarial.optimizer");
  private static final String LOSS = "setting.loss";

  private final DocumentModel document;
  private final InspectorView inspector;
  private final PaletteView palette;

  SettingCommands(DocumentModel document, InspectorView inspector, PaletteView palette) {
    this.document = document;
    this.inspector = inspector;
    this.palette = palette;
  }

  /** Connects commands, status bar and rail. */
  void offerTo(ShellView shell, Lab lab) {
    shell.onSetup(this::lead);
    shell.list(all());
    BooleanExpression there = acts().or(adversarial());
    shell.list(List.of(Command.of(Message.of("lab.command"), Command.Group.TRAINING, Icon.EXPERIMENT, this::lab).when(there)));
    palette.addToRail(lab.button(this::lab, there));
  }

  private BooleanExpression acts() {
    return document.isOf(Agent.class);
  }

  private BooleanExpression adversarial() {
    return document.isOf(Adversarial.class);
  }

  private List<Command> all() {
    BooleanExpression acts = acts();
    BooleanExpression adversarial = adversarial();
    return Stream.of(OF_TRAINING.stream().map(key -> command(key, () -> training(key)))
        .map(one -> OF_EXAMPLES.contains(one.title().args().get(0)) ? one.when(acts.not()) : one), Stream.of(command(LOSS, this::loss)),
        OF_AGENT.entrySet().stream().map(one -> command(one.getKey(), () -> training(one.getValue())).when(acts)),
        OF_ADVERSARIAL.stream().map(key -> command(key, () -> training(key)).when(adversarial)))
        .flatMap(commands -> commands).toList();
  }

  private static Command command(String key, Runnable show) {
    return Command.of(Message.of("command.setting", Message.of(key)), Command.Group.TRAINING, Icon.SETTINGS, show);
  }

  private void lead(TrainingSetup part) {
    switch (part) {
      case DATA -> palette.showData();
      case LOSS -> loss();
      case OPTIMIZER, BATCH, SEED -> training("training." + part.name().toLowerCase(Locale.ROOT));
    }
  }

  /** Settings of the kind of training. */
  private void lab() {
    training(acts().get() ? "agent.world" : OF_ADVERSARIAL.get(0));
  }

  private void training(String key) {
    document.select(List.of());
    inspector.showSetting(key);
  }

  private void loss() {
    document.select(document.network().outputs().stream().limit(1).map(Node::id).toList());
    inspector.showSetting(LOSS);
  }
}
