package studio.backprop.ui.judge.attribution;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Labels;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Modal;
import studio.backprop.ui.kit.Sight;

/** Button that opens an image to be explained and reports the result; the image may also be dropped on the page. */
final class ImageButton extends VBox {
  private final ImageModel model;
  private final Lang lang;
  private final Button button = new Button(null, Icon.PICTURE.view());

  ImageButton(ImageModel model, Lang lang, Hints hints) {
    this.model = model;
    this.lang = lang;
    button.setId("explain-image");
    button.textProperty().bind(lang.bind("reason.image"));
    button.setOnAction(event -> ask(getScene().getWindow()));
    hints.describe(button, "reason.image.help");
    Label said = Labels.wrapped("", "note");
    said.setId("explain-image-said");
    Runnable say = () -> said.setText(model.saidProperty().get().map(lang::say).orElse(""));
    model.saidProperty().subscribe(now -> say.run());
    lang.whenWrittenAnew(say);
    said.textProperty().subscribe(text -> Sight.show(said, !text.isEmpty()));
    getStyleClass().add("opened-image");
    getChildren().addAll(button, said);
  }

  private void ask(Window window) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(lang.say("reason.image.title"));
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(lang.say("reason.image.kinds"),
        ImageFile.ENDINGS.stream().map(ending -> "*" + ending).toList()));
    Optional.ofNullable(Modal.over(window, () -> chooser.showOpenDialog(window))).ifPresent(file -> model.open(file.toPath()));
  }

  /** Accepts images dropped on a page while the button is visible. */
  void takeFrom(Node page) {
    page.addEventHandler(DragEvent.DRAG_OVER, event -> dragged(event).ifPresent(file -> {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }));
    page.addEventHandler(DragEvent.DRAG_DROPPED, event -> dragged(event).ifPresent(file -> {
      event.setDropCompleted(true);
      event.consume();
      model.open(file.toPath());
    }));
  }

  private Optional<File> dragged(DragEvent event) {
    List<File> files = event.getDragboard().hasFiles() ? event.getDragboard().getFiles() : List.of();
    return isVisible() && files.size() == 1 ? Optional.of(files.get(0)).filter(file -> ImageFile.isNamed(file.toPath())) : Optional.empty();
  }
}
