package studio.backprop.ui.design.designer;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.transform.Transform;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.kit.Modal;
import studio.backprop.ui.kit.PngPicture;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.Question;
import studio.backprop.ui.kit.SvgPicture;
import studio.backprop.ui.kit.Token;

/** Export of the whole network as a picture, to the clipboard or a file. */
final class NetworkPictures {
  private static final double MARGIN = 16;
  private static final double PIXELS_PER_PX = 2;
  /** Limit of the pixels, for the sake of memory; a larger network gets a lower resolution. */
  private static final double MAX_PIXELS = 40e6;
  private static final String SVG = ".svg";
  private static final String PNG = ".png";

  private final CanvasDesk desk;
  private final CanvasView view;
  private final Pulse pulse;

  NetworkPictures(CanvasDesk desk, CanvasView view, Pulse pulse) {
    this.desk = desk;
    this.view = view;
    this.pulse = pulse;
  }

  void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putImage(image());
    Clipboard.getSystemClipboard().setContent(content);
  }

  WritableImage image() {
    return view.posed(network -> {
      Bounds area = area(network);
      double scale = Math.min(PIXELS_PER_PX, Math.sqrt(MAX_PIXELS / (area.getWidth() * area.getHeight())));
      SnapshotParameters whole = new SnapshotParameters();
      whole.setTransform(Transform.scale(scale, scale));
      whole.setViewport(new Rectangle2D(
          area.getMinX() * scale, area.getMinY() * scale, area.getWidth() * scale, area.getHeight() * scale));
      whole.setFill(desk.theme().palette().color(Token.CANVAS));
      return network.snapshot(whole, null);
    });
  }

  String svg() {
    String title = desk.model().document().nameProperty().get();
    return view.posed(network -> SvgPicture.of(network, area(network), desk.theme().palette().color(Token.CANVAS), title));
  }

  /** Bounds of everything visible; the layers themselves have no extent. */
  private static Bounds area(Parent network) {
    Box drawn = Box.around(network.getChildrenUnmodifiable().stream().filter(Node::isVisible)
        .flatMap(layer -> ((Parent) layer).getChildrenUnmodifiable().stream())
        .filter(Node::isVisible)
        .map(Node::getBoundsInParent)
        .filter(bounds -> !bounds.isEmpty())
        .map(bounds -> new Box(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight()))
        .toList()).orElseThrow();
    double left = Math.floor(drawn.x() - MARGIN);
    double top = Math.floor(drawn.y() - MARGIN);
    return new BoundingBox(left, top, Math.ceil(drawn.right() + MARGIN - left), Math.ceil(drawn.bottom() + MARGIN - top));
  }

  /** Save dialog; the extension determines the format. */
  void save() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(desk.lang().say("picture.save"));
    chooser.getExtensionFilters().addAll(
        new FileChooser.ExtensionFilter(desk.lang().say("picture.png"), "*" + PNG),
        new FileChooser.ExtensionFilter(desk.lang().say("picture.svg"), "*" + SVG));
    String name = desk.model().document().nameProperty().get();
    chooser.setInitialFileName(name.isEmpty() ? desk.lang().say("picture.name") : name);
    Window window = view.getScene().getWindow();
    File file = Modal.over(window, () -> chooser.showSaveDialog(window));
    if (file != null) {
      boolean vector = chooser.getSelectedExtensionFilter() != null && chooser.getSelectedExtensionFilter().getExtensions()
          .contains("*" + SVG);
      save(withEnding(file.toPath(), vector ? SVG : PNG));
    }
  }

  /** Appends the missing extension; never overwrites a file, since the dialog has not confirmed that name. */
  private static Path withEnding(Path file, String ending) {
    String name = file.getFileName().toString();
    String small = name.toLowerCase(Locale.ROOT);
    if (small.endsWith(SVG) || small.endsWith(PNG)) {
      return file;
    }
    Path free = file.resolveSibling(name + ending);
    for (int number = 2; Files.exists(free); number++) {
      free = file.resolveSibling(name + " " + number + ending);
    }
    return free;
  }

  /** Paints now and writes in the background. */
  void save(Path file) {
    boolean vector = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(SVG);
    String drawing = vector ? svg() : "";
    WritableImage image = vector ? null : image();
    CompletableFuture.runAsync(() -> write(file, image, drawing)).exceptionally(failure -> {
      pulse.soon(() -> tell(file));
      return null;
    });
  }

  private void tell(Path file) {
    Question.tell(view.getScene(), desk.lang().say("picture.save"), desk.lang().say("picture.failed", file.toString()), desk.lang()
        .say("files.ok"));
  }

  private static void write(Path file, WritableImage image, String drawing) {
    try (OutputStream out = Files.newOutputStream(file)) {
      if (image == null) {
        out.write(drawing.getBytes(StandardCharsets.UTF_8));
      } else {
        PngPicture.write(image, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
