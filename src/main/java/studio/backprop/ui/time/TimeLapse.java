package studio.backprop.ui.time;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import studio.backprop.store.AtomicFile;
import studio.backprop.store.StoreProblem;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Film;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Modal;
import studio.backprop.ui.kit.PngPicture;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.Sight;

/**
 * The run so far in many pictures of one view, evenly over its steps: as an animated GIF, or a PNG each. While they are taken the time machine
 * goes from step to step; who comes back to the present, or trains on, ends it.
 */
public final class TimeLapse {
  private static final int MOST = 48;
  private static final int HUNDREDTHS = 12;
  private static final int LAST_HUNDREDTHS = 200;
  /** Pulses after which all views have followed to a step. */
  private static final int SETTLED = 20;
  private static final String GIF = ".gif";
  private static final String PNG = ".png";

  private final TimeModel model;
  private final Lang lang;
  private final Pulse pulse;
  private Shooting shooting;

  /** One time-lapse while it is taken. */
  private static final class Shooting {
    private final Node view;
    private final Path file;
    private final List<Long> steps;
    private final List<BufferedImage> pictures = new ArrayList<>();
    private int waited;

    Shooting(Node view, Path file, List<Long> steps) {
      this.view = view;
      this.file = file;
      this.steps = steps;
    }

    long step() {
      return steps.get(pictures.size());
    }
  }

  public TimeLapse(TimeModel model, Lang lang, Pulse pulse) {
    this.model = model;
    this.lang = lang;
    this.pulse = pulse;
    pulse.subscribe(this::look);
  }

  /** Takes one of a view. @param titleKey what the command is called */
  public Command of(String titleKey, Node view) {
    return Command.of(Message.of(titleKey), Command.Group.VIEW, Icon.RECENT, () -> ask(view));
  }

  private void ask(Node view) {
    if (shooting != null || model.newest() == model.first() || !Sight.of(view)) {
      return;
    }
    FileChooser chooser = new FileChooser();
    chooser.setTitle(lang.say("lapse.save"));
    chooser.getExtensionFilters().addAll(
        new FileChooser.ExtensionFilter(lang.say("lapse.gif"), "*" + GIF), new FileChooser.ExtensionFilter(lang.say("lapse.png"), "*" + PNG));
    chooser.setInitialFileName(lang.say("lapse.name") + GIF);
    Window window = view.getScene().getWindow();
    File file = Modal.over(window, () -> chooser.showSaveDialog(window));
    if (file != null) {
      begin(view, file.toPath());
    }
  }

  /** Takes the pictures of a view and writes them. The name says which kind: {@code .png} for a picture each, else a GIF. */
  void begin(Node view, Path file) {
    long first = model.first();
    long length = model.newest() - first;
    int count = (int) Math.min(MOST, length);
    List<Long> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      steps.add(first + (count == 1 ? 0 : i * (length - 1) / (count - 1)));
    }
    shooting = new Shooting(view, file, steps);
    model.goTo(shooting.step());
  }

  private void look() {
    if (shooting == null) {
      return;
    }
    if (!model.wishes(shooting.step())) {
      shooting = null; // a person went elsewhere
      model.notice(Message.of("lapse.ended"));
      return;
    }
    if (model.stands(shooting.step()) && shooting.waited++ > SETTLED) {
      take();
    }
  }

  private void take() {
    shooting.waited = 0;
    shooting.pictures.add(PngPicture.pixels(shooting.view.snapshot(null, null)));
    if (shooting.pictures.size() < shooting.steps.size()) {
      model.goTo(shooting.step());
    } else {
      Shooting taken = shooting;
      shooting = null;
      model.backToLive();
      Thread writer = new Thread(() -> finish(taken), "time-lapse");
      writer.setDaemon(true);
      writer.start();
    }
  }

  private void finish(Shooting taken) {
    Message outcome = written(taken);
    pulse.soon(() -> model.notice(outcome));
  }

  private static Message written(Shooting taken) {
    try {
      if (taken.file.toString().toLowerCase(Locale.ROOT).endsWith(PNG)) {
        writeSeries(taken);
        return Message.of("lapse.saved_series", taken.pictures.size(), named(taken, 0), named(taken, taken.pictures.size() - 1));
      }
      writeFilm(taken);
      return Message.of("lapse.saved", taken.pictures.size(), taken.file.getFileName().toString());
    } catch (StoreProblem problem) {
      return problem.sentence();
    }
  }

  private static void writeFilm(Shooting taken) throws StoreProblem {
    Film film = new Film();
    for (int i = 0; i < taken.pictures.size(); i++) {
      film.add(taken.pictures.get(i), i == taken.pictures.size() - 1 ? LAST_HUNDREDTHS : HUNDREDTHS);
    }
    AtomicFile.write(taken.file, film::write);
  }

  private static void writeSeries(Shooting taken) throws StoreProblem {
    for (int i = 0; i < taken.pictures.size(); i++) {
      BufferedImage picture = taken.pictures.get(i);
      AtomicFile.write(taken.file.resolveSibling(named(taken, i)), out -> ImageIO.write(picture, "png", out));
    }
  }

  /** Each picture of a series has its step in its name. */
  private static String named(Shooting taken, int picture) {
    String name = taken.file.getFileName().toString();
    return String.format(Locale.ROOT, "%s-%08d%s", name.substring(0, name.length() - PNG.length()), taken.steps.get(picture), PNG);
  }
}
