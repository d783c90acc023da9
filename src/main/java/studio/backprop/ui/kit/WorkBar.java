package studio.backprop.ui.kit;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import studio.backprop.text.Message;

/**
 * Progress of background work, with cancel and restart buttons; on failure, the reason. Ids of the buttons are {@code name-cancel} and
 * {@code name-again}, their text keys {@code name.cancel} and {@code name.again}.
 */
public final class WorkBar extends HBox {
  private final WorkNote note;
  private final Button again;

  /** @param working held by the caller, as the other observables */
  public WorkBar(Lang lang, String name, ObservableValue<Boolean> working, ObservableValue<String> progress,
      ObservableValue<Optional<Message>> failure, Runnable stop, Runnable begin) {
    note = new WorkNote(lang, name + ".computing");
    note.workingProperty().bind(working);
    note.textProperty().unbind();
    note.textProperty().bind(progress);
    note.setMinWidth(Region.USE_PREF_SIZE);
    Button cancel = button(lang, name, "cancel", stop);
    note.visibleProperty().subscribe(shown -> Sight.show(cancel, shown));
    again = button(lang, name, "again", begin);
    getStyleClass().add("work-bar");
    getChildren().addAll(new FaultNote(lang, failure), note, cancel, again);
  }

  private static Button button(Lang lang, String name, String what, Runnable action) {
    Button button = new Button();
    button.setId(name + "-" + what);
    button.textProperty().bind(lang.bind(name + "." + what));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  public Button again() {
    return again;
  }

  /** Shows the restart button while this is true and no work is under way. */
  public void offerAgain(ObservableValue<Boolean> when) {
    Runnable follow = () -> Sight.show(again, when.getValue() && !note.isVisible());
    when.subscribe(now -> follow.run());
    note.visibleProperty().subscribe(now -> follow.run());
  }
}
