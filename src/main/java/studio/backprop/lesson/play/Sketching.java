package studio.backprop.lesson.play;

import java.util.Optional;
import studio.backprop.data.PreparedData;
import studio.backprop.data.draw.DrawnExample;
import studio.backprop.data.draw.EditedPicture;
import studio.backprop.data.draw.PictureForm;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.observe.Example;
import studio.backprop.text.Message;

/** Commands of the drawing pad without its user interface. */
public final class Sketching {
  private Sketching() {}

  /** Example of a drawing. @throws LineFault if the examples are no pictures */
  static Example drawn(LessonCommand.Draw draw, Example now, PreparedData data) throws LineFault {
    checkPictures(data);
    float[] picture = draw.drawing().isEmpty() ? null : PictureForm.of(data).picture(draw.drawing());
    return picture == null ? now.undrawn() : now.undrawn().drawn(new DrawnExample(data, picture, DrawnExample.UNKNOWN));
  }

  /** Copy of the selected example, to be edited pixel by pixel. @throws LineFault if the examples are no pictures */
  static Example begun(Example now, PreparedData data) throws LineFault {
    checkPictures(data);
    Example chosen = now.undrawn().within(data);
    EditedPicture picture = new EditedPicture(data, chosen.part(), chosen.row());
    return chosen.drawn(new DrawnExample(data, picture, picture.label()));
  }

  /** Copy with another pixel. @throws LineFault if no example is being edited, or it has no such pixel */
  static Example pixelled(LessonCommand.DrawPixel command, Example now, PreparedData data) throws LineFault {
    Optional<EditedPicture> before = now.drawn().flatMap(DrawnExample::edited);
    checkPixel(command, before, data);
    return now.drawn(new DrawnExample(data, before.orElseThrow().with(command.row(), command.column(), command.ink()),
        now.drawn().orElseThrow().label()));
  }

  /** @throws LineFault if no example is being edited, or it has no such pixel */
  public static void checkPixel(LessonCommand.DrawPixel command, Optional<EditedPicture> edited, PreparedData data) throws LineFault {
    checkPictures(data);
    EditedPicture picture = edited.orElseThrow(() -> new LineFault(1, Message.of("lesson.play.no_pixels")));
    if (command.row() >= picture.rows() || command.column() >= picture.columns()) {
      throw new LineFault(1, Message.of("lesson.play.no_pixel", command.row(), command.column(), data.dataset().name(),
          picture.rows(), picture.columns(), picture.rows() - 1, picture.columns() - 1));
    }
  }

  /** Copy with a label. @throws LineFault if there is no drawing, or no such class */
  static Example labelled(int label, Example now, PreparedData data) throws LineFault {
    checkLabel(label, now, data);
    return now.drawn(now.drawn().orElseThrow().labelled(data, label));
  }

  /** @throws LineFault if there is no drawing, or no such class */
  public static void checkLabel(int label, Example now, PreparedData data) throws LineFault {
    checkPictures(data);
    if (now.drawn().isEmpty()) {
      throw new LineFault(1, Message.of("lesson.play.nothing_drawn"));
    } else if (label >= data.dataset().classNames().size()) {
      throw new LineFault(1, Message.of("lesson.play.no_class", label, data.dataset().name(), data.dataset().classNames().size() - 1));
    }
  }

  /** @throws LineFault if the examples are no pictures */
  public static void checkPictures(PreparedData data) throws LineFault {
    if (!data.dataset().isImages()) {
      throw new LineFault(1, Message.of("lesson.play.no_pictures", data.dataset().name()));
    }
  }
}
