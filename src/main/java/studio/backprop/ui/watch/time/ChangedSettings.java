package studio.backprop.ui.watch.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.optim.OptimizerType;
import studio.backprop.project.Project;
import studio.backprop.project.Regularization;
import studio.backprop.project.TrainingSettings;
import studio.backprop.schedule.ScheduleCatalog;
import studio.backprop.schedule.ScheduleType;
import studio.backprop.setting.Form;
import studio.backprop.setting.Setting;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.watch.time.CompareModel.Cell;
import studio.backprop.ui.watch.time.CompareModel.Line;
import studio.backprop.ui.workspace.run.Branch;
import studio.backprop.ui.workspace.run.RunModel;

/** Differences in the settings of two runs: training, data and network. */
final class ChangedSettings {
  private final List<Line> lines = new ArrayList<>();

  private ChangedSettings() {}

  static List<Line> differing(Branch a, Branch b, RunModel run) {
    ChangedSettings found = new ChangedSettings();
    Project ofA = project(a, run);
    Project ofB = project(b, run);
    found.training(ofA.training(), ofB.training());
    found.data(ofA, ofB);
    found.network(ofA.network(), ofB.network());
    return found.lines;
  }

  /** The current run may have been given another rate on the way. */
  private static Project project(Branch branch, RunModel run) {
    return branch.is(run.branches().currentProperty().get()) ? run.projectProperty().get() : branch.project();
  }

  private void training(TrainingSettings a, TrainingSettings b) {
    compare(Message.of("training.rate"), a.rate(), b.rate());
    optimizer(a, b);
    schedule(a, b);
    compare(Message.of("training.batch"), a.batch(), b.batch());
    compare(Message.of("training.shuffle"), a.shuffle(), b.shuffle());
    compare(Message.of("training.balance"), a.balance(), b.balance());
    compare(Message.of("training.seed"), a.seed(), b.seed());
    compare(Message.of("training.patience"), a.patience(), b.patience());
    compare(Regularization.FORM, a.regularization(), b.regularization());
  }

  private void optimizer(TrainingSettings a, TrainingSettings b) {
    OptimizerType ofA = OptimizerCatalog.typeOf(a.optimizer());
    OptimizerType ofB = OptimizerCatalog.typeOf(b.optimizer());
    if (ofA == ofB) {
      compare(ofA.form(), a.optimizer(), b.optimizer());
    } else {
      add(Message.of("training.optimizer"), lang -> lang.say(ofA.title()), lang -> lang.say(ofB.title()));
    }
  }

  private void schedule(TrainingSettings a, TrainingSettings b) {
    ScheduleType ofA = ScheduleCatalog.typeOf(a.schedule());
    ScheduleType ofB = ScheduleCatalog.typeOf(b.schedule());
    if (ofA == ofB) {
      compare(ofA.form(), a.schedule(), b.schedule());
    } else {
      add(Message.of("training.schedule"), lang -> lang.say(ofA.title()), lang -> lang.say(ofB.title()));
    }
  }

  private void data(Project a, Project b) {
    if (a.data().noise() != b.data().noise()) {
      compare(Message.of("palette.noise"), a.data().noise(), b.data().noise());
    } else if (!a.data().keptHere().equals(b.data().keptHere())) {
      compare(Message.of("twins.kept"), a.data().keptHere().size(), b.data().keptHere().size());
    } else if (!a.data().equals(b.data()) || !a.table().equals(b.table())) {
      add(Message.of("compare.data"), lang -> a.data().dataset(), lang -> b.data().dataset());
    }
  }

  private void network(Network a, Network b) {
    for (Node node : b.nodes()) {
      Optional<Node> before = a.named(node.name());
      if (before.isEmpty()) {
        add(Message.of("compare.named", node.name()), ChangedSettings::nothing, lang -> lang.say(node.type().title()));
      } else if (before.get().type() == node.type()) {
        node.type().settings().forEach(setting -> compare(
            Message.of("compare.node_setting", node.name(), setting.title()),
            before.get().type().form().value(before.get().layer(), setting), node.type().form().value(node.layer(), setting)));
      } else {
        add(Message.of("compare.named", node.name()), lang -> lang.say(before.get().type().title()), lang -> lang.say(node.type().title()));
      }
    }
    a.nodes().stream().filter(node -> b.named(node.name()).isEmpty())
        .forEach(node -> add(Message.of("compare.named", node.name()), lang -> lang.say(node.type().title()), ChangedSettings::nothing));
  }

  private static String nothing(Lang lang) {
    return "–";
  }

  private <R> void compare(Form<R> form, R a, R b) {
    form.settings().forEach(setting -> compare(setting.title(), form.value(a, setting), form.value(b, setting)));
  }

  private void compare(Message label, Object a, Object b) {
    if (!Objects.equals(a, b)) {
      add(label, cell(a), cell(b));
    }
  }

  private void add(Message label, Cell a, Cell b) {
    lines.add(new Line(label, a, b, true, 0));
  }

  private static Cell cell(Object value) {
    if (value instanceof Double number) {
      return lang -> lang.numbers().entry(number);
    }
    if (value instanceof Number number) {
      return lang -> lang.numbers().whole(number.longValue());
    }
    if (value instanceof Boolean on) {
      return lang -> lang.say(on ? "compare.yes" : "compare.no");
    }
    return value instanceof Enum<?> choice ? lang -> lang.say(Setting.choiceTitle(choice)) : lang -> value.toString();
  }
}
