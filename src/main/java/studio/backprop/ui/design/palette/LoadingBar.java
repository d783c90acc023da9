package studio.backprop.ui.design.palette;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Motion;

/** Progress bar of loading with a cancel button; appears only after a delay. */
final class LoadingBar extends VBox {
  LoadingBar(DataModel model, Lang lang) {
    Label text = new Label();
    text.textProperty().bind(Bindings.createStringBinding(
        () -> model.loadingProperty().get().map(stage -> say(stage, lang)).orElse(""), model.loadingProperty(), lang.textsProperty()));
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.accessibleTextProperty().bind(text.textProperty());
    bar.progressProperty().bind(model.loadingProperty().map(stage -> share(stage)));
    Button cancel = new Button();
    cancel.textProperty().bind(lang.bind("palette.cancel"));
    cancel.setOnAction(e -> model.cancel());
    getStyleClass().addAll("card", "hint", "loading");
    getChildren().addAll(text, bar, cancel);
    setVisible(false);
    managedProperty().bind(visibleProperty());
    PauseTransition patience = new PauseTransition(Motion.PATIENCE);
    patience.setOnFinished(e -> setVisible(true));
    model.loadingProperty().map(Optional::isPresent).subscribe(loading -> {
      if (loading) {
        patience.playFromStart();
      } else {
        patience.stop();
        setVisible(false);
      }
    });
  }

  private static String say(Background.Stage stage, Lang lang) {
    return stage.total() > 0 ? lang.say("palette.loading.of", stage.done(), stage.total()) : lang.say("palette.loading");
  }

  private static double share(Optional<Background.Stage> stage) {
    return stage.filter(s -> s.total() > 0).map(s -> (double) s.done() / s.total()).orElse(ProgressBar.INDETERMINATE_PROGRESS);
  }
}
