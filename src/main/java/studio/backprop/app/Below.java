package studio.backprop.app;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.backprop.ui.analyser.AnalyserModel;
import studio.backprop.ui.analyser.AnalyserView;
import studio.backprop.ui.designer.DesignerModel;
import studio.backprop.ui.designer.DesignerView;
import studio.backprop.ui.document.DocumentModel;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.shell.ShellView;

/** What stands under the canvas: the plots or, in their place, the analyser. */
final class Below extends StackPane {
  private final Region plots;
  private final AnalyserView analyser;

  Below(Region plots, DocumentModel document, DesignerModel network, DesignerView canvas, Lang lang, ShellView shell) {
    this.plots = plots;
    AnalyserModel model = new AnalyserModel(document);
    analyser = new AnalyserView(model, lang, new Hints(lang), canvas::show, network, this::toggle);
    analyser.narrowProperty().bind(shell.narrowProperty());
    network.lookedAtProperty().subscribe(model.lookedProperty()::set);
    model.lookedProperty().subscribe(network::lookAt);
    analyser.setVisible(false);
    getChildren().addAll(plots, analyser);
    shell.onProblems(this::toggle);
    shell.offer(List.of(
        Command.of("command.analyser", Command.Group.VIEW, Icon.DATA, AnalyserView.KEYS, this::toggle),
        Command.of("command.problem.next", Command.Group.NETWORK, Icon.PROBLEM, "F8", () -> canvas.showProblem(1)),
        Command.of("command.problem.previous", Command.Group.NETWORK, Icon.PROBLEM, "Shift+F8", () -> canvas.showProblem(-1))));
  }

  /** Shows the analyser, or the plots again. */
  void toggle() {
    boolean open = !analyser.isVisible();
    analyser.setVisible(open);
    plots.setVisible(!open);
    if (open) {
      analyser.focus();
    }
  }
}
