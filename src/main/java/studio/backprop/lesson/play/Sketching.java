package studio.backprop.lesson.play;

import studio.backprop.data.PreparedData;
import studio.backprop.data.draw.DrawnExample;
import studio.backprop.data.draw.PictureForm;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.text.Message;
import studio.backprop.train.observe.Example;

/** The commands of the pad, without a pad. */
public final class Sketching {
  private Sketching() {}

  /** The example that is looked at after a drawing. @throws LineFault if these data cannot be drawn */
  static Example drawn(LessonCommand.Draw draw, Example now, PreparedData data) throws LineFault {
    checkPictures(data);
    float[] picture = draw.drawing().isEmpty() ? null : PictureForm.of(data).picture(draw.drawing());
    return picture == null ? now.undrawn() : now.undrawn().drawn(new DrawnExample(data, picture, DrawnExample.UNKNOWN));
  }

  /** The same with the drawing's label. @throws LineFault if nothing is drawn, or there is no such class */
  static Example labelled(int label, Example now, PreparedData data) throws LineFault {
    checkLabel(label, now, data);
    float[] picture = new float[data.dataset().width()];
    now.drawn().orElseThrow().copyPicture(picture);
    return now.drawn(new DrawnExample(data, picture, label));
  }

  /** @throws LineFault if nothing is drawn, or there is no such class */
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
