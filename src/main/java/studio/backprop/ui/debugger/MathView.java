package studio.backprop.ui.debugger;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.backprop.ui.formula.Typesetter;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

/** The numbers of one weight or output in the inspector: how it was computed, who pulls at it, whether the gradient is right, where it goes. */
public final class MathView extends VBox {
  /** @param open shows the chain rule under the canvas */
  public MathView(DebuggerModel model, Lang lang, Typesetter typesetter, Runnable open) {
    Desk desk = new Desk(model, lang, new Hints(lang), typesetter);
    getStyleClass().add("debugger-math");
    Label title = new Label();
    title.getStyleClass().add("strong");
    title.textProperty().bind(lang.bind("debugger.todays"));
    Button chain = new Button(null, Icon.FORMULA.view());
    chain.setId("open-debugger");
    chain.textProperty().bind(lang.bind("debugger.open"));
    chain.setOnAction(event -> open.run());
    VBox head = new VBox(title, new CellPicker(desk), chain);
    head.getStyleClass().add("gap-8");
    getChildren().addAll(head, new ForwardPart(desk), new SharesPart(desk), new CheckPart(desk), new UpdatePart(desk));
    visibleProperty().bind(model.choicesProperty().map(choices -> !choices.isEmpty()));
    managedProperty().bind(visibleProperty());
  }
}
