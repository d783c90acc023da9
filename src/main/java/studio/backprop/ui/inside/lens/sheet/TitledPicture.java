package studio.backprop.ui.inside.lens.sheet;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Picture with title and note. */
public final class TitledPicture extends VBox {
  private final Label title = new Label();
  private final Label note = new Label();

  public TitledPicture(Node picture) {
    getStyleClass().add("titled");
    title.getStyleClass().add("strong");
    note.getStyleClass().addAll("note", "mut");
    title.setMinWidth(USE_PREF_SIZE); // the note gives way
    HBox head = new HBox(title, note);
    head.getStyleClass().add("card-head");
    getChildren().addAll(head, picture);
    picture.accessibleTextProperty().bind(title.textProperty());
  }

  /** Puts the note below the title, where there is little width. */
  public TitledPicture stacked() {
    title.setMinWidth(USE_PREF_SIZE);
    note.setMinWidth(USE_PREF_SIZE);
    VBox head = new VBox(title, note);
    getChildren().set(0, head);
    return this;
  }

  public void say(String name, String about) {
    title.setText(name);
    note.setText(about);
  }
}
