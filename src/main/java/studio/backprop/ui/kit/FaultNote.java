package studio.backprop.ui.kit;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import studio.backprop.text.Message;

/** Error of a background task; takes no space while there is none. */
public final class FaultNote extends Label {
  private final ObservableValue<Optional<Message>> failure;

  public FaultNote(Lang lang, ObservableValue<Optional<Message>> failure) {
    this.failure = failure;
    getStyleClass().addAll("note", "bad");
    setMinWidth(0);
    Hints.sayWhole(this);
    Runnable say = () -> {
      setText(this.failure.getValue().map(lang::say).orElse(""));
      Sight.show(this, !getText().isEmpty());
    };
    failure.subscribe(now -> say.run());
    lang.whenWrittenAnew(say);
  }
}
