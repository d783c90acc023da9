package studio.backprop.ui.watch.time;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.watch.time.TimeLapse.Stage;

/** Progress of a time-lapse, with a cancel button. Overlay of the window, not part of the pictures. */
public final class LapseCard extends HBox {
  private final Lang lang;
  private final Label saying = new Label();
  private final ProgressBar bar = new ProgressBar();

  public LapseCard(TimeLapse lapse, Lang lang) {
    this.lang = lang;
    setId("lapse");
    getStyleClass().addAll("card", "pop", "toast");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    saying.setWrapText(true);
    bar.accessibleTextProperty().bind(saying.textProperty());
    bar.setMinWidth(USE_PREF_SIZE);
    Button cancel = new Button();
    cancel.setId("cancel-lapse");
    cancel.setMinWidth(USE_PREF_SIZE);
    cancel.textProperty().bind(lang.bind("palette.cancel"));
    cancel.setOnAction(event -> lapse.cancel());
    getChildren().addAll(saying, bar, cancel);
    lapse.stageProperty().subscribe(this::show);
    lang.textsProperty().subscribe(() -> show(lapse.stageProperty().get()));
  }

  private void show(Optional<Stage> stage) {
    setVisible(stage.isPresent());
    stage.ifPresent(now -> {
      saying.setText(lang.say(now.saying()));
      bar.setProgress(now.share());
    });
  }
}
