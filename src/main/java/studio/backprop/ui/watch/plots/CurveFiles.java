package studio.backprop.ui.watch.plots;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javafx.stage.Window;
import studio.backprop.store.AtomicFile;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.PngPicture;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.export.FileSaving;

/** Export of a curve as a bitmap, as vector graphics, or as a table of exact numbers. Only drawing happens on the JavaFX thread. */
final class CurveFiles {
  /** Scale of a bitmap, for print quality. */
  private static final double SHARP = 2;

  /** File formats. */
  enum Kind {
    PNG(Icon.PICTURE), SVG(Icon.LINK), CSV(Icon.DATA);

    private final Icon icon;

    Kind(Icon icon) {
      this.icon = icon;
    }

    Icon icon() {
      return icon;
    }

    String ending() {
      return name().toLowerCase(Locale.ROOT);
    }

    String key() {
      return "plots.save_" + ending();
    }
  }

  private final CurveModel model;
  private final CurveTexts words;
  private final Lang lang;
  private final ThemeModel theme;
  private final FileSaving saving;

  CurveFiles(CurveModel model, CurveTexts words, Lang lang, ThemeModel theme, Pulse pulse) {
    this.model = model;
    this.words = words;
    this.lang = lang;
    this.theme = theme;
    this.saving = new FileSaving(lang, pulse);
  }

  /** Asks for a file, then writes in the background. @param outcome receives the result as a sentence, unless the dialog was cancelled */
  void save(Kind kind, Window owner, Consumer<String> outcome) {
    saving.ask(owner, kind.key(), model.kindProperty().get().name().toLowerCase(Locale.ROOT), kind.ending(),
        file -> write(kind, file, outcome));
  }

  void write(Kind kind, Path file, Consumer<String> outcome) {
    String key = kind == Kind.CSV && model.history().log().thinned() ? "plots.saved_thinned" : "plots.saved";
    saving.write(file, content(kind), key, outcome);
  }

  /** Snapshot of the current curve, to be written by any thread. JavaFX thread only. */
  AtomicFile.Content content(Kind kind) {
    return switch (kind) {
      case PNG -> png();
      case SVG -> {
        SvgInk ink = new SvgInk(CurvePicture.WIDTH, CurvePicture.HEIGHT);
        picture(ink);
        byte[] svg = ink.finished().getBytes(StandardCharsets.UTF_8);
        yield out -> out.write(svg);
      }
      case CSV -> {
        CurveTable table = new CurveTable(model.history());
        yield AtomicFile.Content.text(table::writeTo);
      }
    };
  }

  private void picture(DrawingSurface ink) {
    new CurvePicture(model, words, lang, theme.palette(), ink).draw();
  }

  private AtomicFile.Content png() {
    Canvas canvas = new Canvas(CurvePicture.WIDTH, CurvePicture.HEIGHT);
    picture(new CanvasInk(canvas.getGraphicsContext2D()));
    SnapshotParameters sharp = new SnapshotParameters();
    sharp.setTransform(Transform.scale(SHARP, SHARP));
    WritableImage image = canvas.snapshot(sharp, null);
    return out -> PngPicture.write(image, out);
  }
}
