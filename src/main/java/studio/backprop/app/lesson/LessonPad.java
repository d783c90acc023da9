package studio.backprop.app.lesson;

import studio.backprop.data.draw.Drawing;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.play.Sketching;
import studio.backprop.run.Run;
import studio.backprop.text.Message;
import studio.backprop.ui.learn.pad.PadModel;
import studio.backprop.ui.workspace.run.RunModel;

/** The drawing pad as lesson commands; each ends once the network has seen the drawing. */
final class LessonPad {
  private final RunModel run;
  private final PadModel pad;

  LessonPad(RunModel run, PadModel pad) {
    this.run = run;
    this.pad = pad;
  }

  /** @throws LineFault if there is no pad */
  LessonActs.UnderWay draw(Drawing drawing) throws LineFault {
    check();
    pad.openProperty().set(true);
    pad.show(drawing);
    return pad::sentAll;
  }

  /**
   * Loads the selected example.
   *
   * @throws LineFault if there is no pad
   */
  LessonActs.UnderWay begin() throws LineFault {
    check();
    pad.openProperty().set(true);
    pad.pixels().begin();
    return pad::sentAll;
  }

  /**
   * Changes a pixel of the example.
   *
   * @throws LineFault if there is none, or it has no such pixel
   */
  LessonActs.UnderWay pixel(LessonCommand.DrawPixel command) throws LineFault {
    check();
    Run now = run.runProperty().get();
    if (now != null) {
      Sketching.checkPixel(command, pad.pixels().edited(), now.data());
    }
    pad.pixels().set(command.row(), command.column(), command.ink());
    return pad::sentAll;
  }

  /**
   * Labels the drawing.
   *
   * @throws LineFault if there is no pad, drawing or such class
   */
  LessonActs.UnderWay label(int label) throws LineFault {
    check();
    Run now = run.runProperty().get();
    if (now != null) {
      Sketching.checkLabel(label, run.observation().exampleProperty().get(), now.data());
    }
    pad.label(label);
    return pad::sentAll;
  }

  private void check() throws LineFault {
    Run now = run.runProperty().get();
    if (now != null) {
      Sketching.checkPictures(now.data());
    }
    if (!pad.possibleProperty().get()) {
      throw new LineFault(1, Message.of("lesson.play.no_pictures", run.projectProperty().get().data().dataset()));
    }
  }

  /** While hidden, no drawing is sent to the network: the output would reveal the prediction. */
  void hide(boolean hidden) {
    pad.withheldProperty().set(hidden);
  }
}
