package studio.backprop.ui.watch.plots;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;

/** Seed of a sample, with a button for another one. */
final class Redraw extends HBox {
  Redraw(OutputModel model, Lang lang) {
    getStyleClass().add("redraw");
    Hints hints = new Hints(lang);
    Label seed = new Label();
    seed.getStyleClass().addAll("note", "mut");
    seed.setMinWidth(Region.USE_PREF_SIZE);
    seed.textProperty().bind(Bindings.createStringBinding(
        () -> lang.say("plots.drawn_seed", model.seedProperty().get()), model.seedProperty(), lang.textsProperty()));
    hints.explain(seed, "plots.drawn_seed.help");
    Button again = new Button();
    again.textProperty().bind(lang.bind("plots.draw_again"));
    again.setMinWidth(Region.USE_PREF_SIZE);
    again.setOnAction(e -> model.drawOthers());
    hints.explain(again, "plots.draw_again.help");
    getChildren().addAll(seed, again);
  }
}
