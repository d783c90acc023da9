package studio.backprop.ui.kit.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.transform.Transform;
import studio.backprop.store.AtomicFile;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.PngPicture;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Export of a page: CSV (copied or saved) and picture, by a button, the right mouse button or the menu key. Writes in the background. */
public final class PageExport {
  /** Pixels of a picture per px, for print. */
  private static final double SHARP = 2;

  private final String name;
  private final Node pictured;
  private final Supplier<String> csv;
  private final Lang lang;
  private final ThemeModel theme;
  private final FileSaving files;
  private final ContextMenu menu = new ContextMenu();
  private final Label outcome = new Label();

  /** @param csv all shown numbers, unrounded */
  public PageExport(String name, Node pictured, Supplier<String> csv, Lang lang, ThemeModel theme, Pulse pulse) {
    this.name = name;
    this.pictured = pictured;
    this.csv = csv;
    this.lang = lang;
    this.theme = theme;
    this.files = new FileSaving(lang, pulse);
    outcome.getStyleClass().addAll("note", "mut");
    outcome.setMinWidth(0);
    outcome.managedProperty().bind(outcome.textProperty().isNotEmpty());
    pictured.setOnContextMenuRequested(event -> {
      fill();
      menu.show(pictured, event.getScreenX(), event.getScreenY());
      event.consume();
    });
  }

  public Button button(Hints hints, ObservableValue<Boolean> there) {
    Button button = new Button(null, Icon.MORE.view());
    button.setId("export-" + name);
    button.getStyleClass().addAll("icon-only", "bare");
    button.visibleProperty().bind(there);
    button.managedProperty().bind(button.visibleProperty());
    hints.explain(button, "plots.export");
    button.setOnAction(event -> {
      fill();
      Bounds at = button.localToScreen(button.getBoundsInLocal());
      menu.show(button, at.getMinX(), at.getMaxY());
    });
    return button;
  }

  public Label outcome() {
    return outcome;
  }

  private void fill() {
    outcome.setText("");
    menu.getItems().setAll(
        item("metrics.copy", Icon.COPY, () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, csv.get()))),
        item("plots.export.csv", Icon.DATA, () -> ask("csv", "plots.export.csv", this::table)),
        item("plots.save_png", Icon.PICTURE, () -> ask("png", "plots.save_png", this::picture)));
  }

  private MenuItem item(String key, Icon icon, Runnable action) {
    MenuItem item = new MenuItem(null, icon.view());
    item.textProperty().bind(lang.bind(key));
    item.setOnAction(event -> action.run());
    return item;
  }

  private void ask(String ending, String title, Supplier<AtomicFile.Content> content) {
    files.ask(pictured.getScene().getWindow(), title, name, ending, file -> save(file, content.get(), outcome::setText));
  }

  /** Writes in the background. @param heard receives the final message */
  void save(Path file, AtomicFile.Content content, Consumer<String> heard) {
    files.write(file, content, "plots.saved", heard);
  }

  /** Snapshot of the numbers; can be written on any thread. */
  AtomicFile.Content table() {
    byte[] all = csv.get().getBytes(StandardCharsets.UTF_8);
    return out -> out.write(all);
  }

  /** Snapshot of the drawing; can be written on any thread. */
  AtomicFile.Content picture() {
    SnapshotParameters sharp = new SnapshotParameters();
    sharp.setFill(theme.palette().color(Token.BG));
    sharp.setTransform(Transform.scale(SHARP, SHARP));
    WritableImage image = pictured.snapshot(sharp, null);
    return out -> PngPicture.write(image, out);
  }
}
