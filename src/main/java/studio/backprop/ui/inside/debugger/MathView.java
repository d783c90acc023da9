package studio.backprop.ui.inside.debugger;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backprop.derivation.Explanation;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Motion;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.formula.Formula;
import studio.backprop.ui.kit.formula.Typesetter;

/** Inspector page of one weight or output: forward computation, shares of the examples, gradient check and update. */
public final class MathView extends VBox {
  /** @param open shows the chain rule under the canvas */
  public MathView(DebuggerModel model, Lang lang, Typesetter typesetter, Motion motion, ThemeModel theme, Runnable open) {
    DebuggerDesk desk = new DebuggerDesk(model, lang, new Hints(lang), typesetter, motion, theme);
    getStyleClass().add("debugger-math");
    Label title = new Label();
    title.getStyleClass().add("strong");
    title.textProperty().bind(lang.bind("debugger.todays"));
    Button chain = new Button(null, Icon.FORMULA.view());
    chain.setId("open-debugger");
    chain.textProperty().bind(lang.bind("debugger.open"));
    chain.setOnAction(event -> open.run());
    chain.visibleProperty().bind(model.shownProperty().not());
    chain.managedProperty().bind(chain.visibleProperty());
    VBox head = new VBox(MathPart.row(title, value(desk)), new CellPicker(desk), chain);
    head.getStyleClass().add("gap-8");
    getChildren().addAll(head, new ForwardPart(desk), new SharesPart(desk), new CheckPart(desk), new UpdatePart(desk));
    visibleProperty().bind(model.followed().choicesProperty().map(choices -> !choices.isEmpty()));
    managedProperty().bind(visibleProperty());
  }

  /** Symbol, node and value of the followed number. */
  private static Node value(DebuggerDesk desk) {
    Formula symbol = desk.formula("");
    Label value = new Label();
    value.getStyleClass().add("strong");
    HBox line = new HBox(symbol, value);
    line.getStyleClass().addAll("gap-4", "followed");
    Runnable show = () -> {
      Optional<Explanation> followed = desk.model().answerProperty().get().explanation();
      line.setVisible(followed.isPresent());
      followed.ifPresent(shown -> {
        symbol.latexProperty().set(shown.place().symbol() + " =");
        value.setText(desk.model().knows(shown.known()) ? desk.number(shown.place().value()) : "?");
      });
    };
    desk.model().answerProperty().subscribe(show);
    desk.model().cursorProperty().subscribe(show);
    return line;
  }
}
