package studio.backprop.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/**
 * Modal question with a button for each answer: Enter presses the first, Escape the last. An overlay, since some desktops shrink a
 * maximized window while a dialog is open.
 */
public final class Question extends Cover {
  /** Vertical margin of the text when the box is as high as the window, in px. */
  private static final double AROUND = 220;
  private static final double LEAST = 60;

  private final IntConsumer answered;
  private final int last;
  private Subscription closing = Subscription.EMPTY;
  private boolean done;

  private Question(VBox card, List<Button> buttons, IntConsumer answered) {
    super(card);
    this.answered = answered;
    this.last = buttons.size() - 1;
    getStyleClass().addAll("overlay", "question");
    for (int i = 0; i < buttons.size(); i++) {
      int place = i;
      buttons.get(i).setOnAction(event -> answer(place));
    }
    card.focusedProperty().subscribe(focused -> {
      if (focused) {
        buttons.get(0).requestFocus();
      }
    });
    addEventFilter(KeyEvent.KEY_PRESSED, key -> press(key, buttons));
  }

  private void press(KeyEvent key, List<Button> buttons) {
    if (key.getCode() == KeyCode.ESCAPE) {
      answer(last);
      key.consume();
    } else if (key.getCode() == KeyCode.ENTER) {
      answer(Math.max(0, buttons.indexOf(getScene().getFocusOwner())));
      key.consume();
    }
  }

  private void answer(int place) {
    if (!done) {
      done = true;
      closing.unsubscribe();
      close();
      answered.accept(place);
    }
  }

  private void open(Scene scene) {
    showIn(scene);
    // a closed window answers for the user
    closing = scene.getWindow().showingProperty().subscribe(showing -> {
      if (!showing) {
        answer(last);
      }
    });
  }

  public static void tell(Scene scene, String title, String text, String button) {
    of(scene, title, text, List.of(button), place -> {}).open(scene);
  }

  /** Asks and waits in a nested event loop: index of the answer. The last one cancels; it is returned at once while another box is open. */
  public static int ask(Scene scene, String title, String text, String... buttons) {
    if (scene.lookup(".question") != null) {
      return buttons.length - 1;
    }
    Object waiting = new Object();
    of(scene, title, text, List.of(buttons), place -> Platform.exitNestedEventLoop(waiting, place)).open(scene);
    return (int) Platform.enterNestedEventLoop(waiting);
  }

  private static Question of(Scene scene, String title, String text, List<String> words, IntConsumer answered) {
    Label head = Labels.wrapped(title, "lesson-title");
    Label sentence = Labels.wrapped(text);
    ScrollPane room = new ScrollPane(sentence);
    room.setFitToWidth(true);
    room.setFocusTraversable(false);
    room.setMinHeight(0);
    room.prefViewportHeightProperty().bind(sentence.heightProperty()); // as many lines as needed
    room.maxHeightProperty().bind(scene.heightProperty().map(height -> Math.max(LEAST, height.doubleValue() - AROUND)));
    List<Button> buttons = new ArrayList<>(words.stream().map(Button::new).toList());
    buttons.forEach(button -> button.setMinWidth(Region.USE_PREF_SIZE));
    buttons.get(0).getStyleClass().add("main");
    HBox foot = new HBox();
    foot.getStyleClass().add("question-foot");
    foot.getChildren().addAll(buttons);
    VBox card = new VBox(head, room, foot);
    card.getStyleClass().addAll("card", "question-card");
    card.setAccessibleRole(AccessibleRole.DIALOG);
    card.setAccessibleText(title + "\n" + text);
    card.setFocusTraversable(true);
    card.setMaxHeight(Region.USE_PREF_SIZE);
    return new Question(card, buttons, answered);
  }
}
