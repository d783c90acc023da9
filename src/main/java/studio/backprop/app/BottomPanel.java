package studio.backprop.app;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.backprop.lesson.check.LessonView;
import studio.backprop.text.Message;
import studio.backprop.ui.design.designer.DesignerView;
import studio.backprop.ui.design.designer.edit.DesignerModel;
import studio.backprop.ui.inside.debugger.DebuggerModel;
import studio.backprop.ui.inside.debugger.DebuggerView;
import studio.backprop.ui.inside.debugger.SlowMotion;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.window.shell.ShellView;
import studio.backprop.ui.workspace.analyser.AnalyserModel;
import studio.backprop.ui.workspace.analyser.AnalyserPage;

/** Panel below the canvas: plots, layer analyser or step debugger. */
final class BottomPanel extends StackPane {
  private static final PseudoClass DEBUGGING = PseudoClass.getPseudoClass("debugging");

  private final Region plots;
  private final AnalyserPage analyser;
  private final DebuggerView debugger;
  private final DesignerView canvas;
  /** Whether the user closed the debugger. */
  private boolean declined;
  private final SlowMotion slow;

  BottomPanel(
      RoomContext at, Region plots, DesignerModel network, DesignerView canvas, DebuggerModel steps, SlowMotion slow) {
    ShellView shell = at.shell();
    this.plots = plots;
    this.slow = slow;
    this.canvas = canvas;
    debugger = new DebuggerView(steps, at.lang(), at.typesetter(), at.motion(), at.theme(), this::toggleDebugger);
    AnalyserModel model = new AnalyserModel(at.document());
    analyser = new AnalyserPage(model, at.lang(), at.hints(), canvas::show, network, this::toggle);
    analyser.narrowProperty().bind(shell.narrowProperty());
    network.lookedAtProperty().subscribe(model.lookedProperty()::set);
    model.lookedProperty().subscribe(network::lookAt);
    analyser.setVisible(false);
    debugger.setVisible(false);
    getChildren().addAll(plots, analyser, debugger);
    steps.cursorProperty().subscribe((before, now) -> follow(now.isPresent()));
    shell.onProblems(this::toggle);
    shell.offer(List.of(
        Command.of("command.analyser", Command.Group.VIEW, Icon.DATA, AnalyserPage.KEYS, this::toggle),
        Command.of("command.debugger", Command.Group.VIEW, Icon.DEBUGGER, DebuggerView.KEYS, this::toggleDebugger),
        Command.of("command.op_back", Command.Group.TRAINING, Icon.STEP_BACK, "Left", steps.walk()::previous),
        Command.of(Message.of("command.slow"), Command.Group.TRAINING, Icon.SPEED, slow::toggle),
        Command.of("command.problem.next", Command.Group.NETWORK, Icon.PROBLEM, "F8", () -> canvas.showProblem(1)),
        Command.of("command.problem.previous", Command.Group.NETWORK, Icon.PROBLEM, "Shift+F8", () -> canvas.showProblem(-1))));
    shell.offerWhilePossible(canvas.repairCommands());
    canvas.leaveArrowsWhile(steps.shownProperty());
    shell.offerWhilePossible(List.of(
        Command.of("command.debugger.next", Command.Group.TRAINING, Icon.STEP, "Space", steps.walk()::goOn).when(steps.walk().leads()),
        Command.of("command.debugger.auto", Command.Group.TRAINING, Icon.PLAY, "Shift+Space", steps.walk()::toggleAuto)
            .when(steps.walk().leads())));
    shell.list(List.of(Command.of("command.debugger.java", Command.Group.VIEW, Icon.FORMULA, "J", steps::askForCode)));
  }

  /** Toggles the analyser. */
  void toggle() {
    show(analyser.isVisible() ? plots : analyser);
    if (analyser.isVisible()) {
      analyser.focus();
    }
  }

  /** Opens the debugger when stepping by ops, unless the user has closed it. */
  private void follow(boolean within) {
    if (within && !declined && !slow.moving() && plots.isVisible()) {
      show(debugger);
    }
  }

  void show(LessonView view) {
    show(view == LessonView.ANALYSER ? analyser : view == LessonView.DEBUGGER ? debugger : plots);
  }

  /** Toggles the step debugger. */
  void toggleDebugger() {
    declined = debugger.isVisible();
    show(declined ? plots : debugger);
    if (declined) {
      canvas.takeKeys();
    } else {
      debugger.focus();
    }
  }

  /** Escape stops the debugger, then closes it, wherever the focus is below this node; overlays take precedence. */
  void closeKeyOn(Node root) {
    root.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
      boolean meant = key.getCode() == KeyCode.ESCAPE && !key.isConsumed() && debugger.isVisible();
      if (meant && key.getTarget() instanceof TextInputControl) {
        debugger.focus();
        key.consume();
      } else if (meant) {
        escape();
        key.consume();
      }
    });
  }

  private void escape() {
    if (slow.playingProperty().get()) {
      slow.toggle();
    } else if (!debugger.escape()) {
      toggleDebugger();
    }
  }

  ObservableValue<Boolean> debuggerShown() {
    return debugger.visibleProperty();
  }

  private void show(Region shown) {
    pseudoClassStateChanged(DEBUGGING, shown == debugger);
    List.of(plots, analyser, debugger).forEach(one -> one.setVisible(one == shown));
  }
}
