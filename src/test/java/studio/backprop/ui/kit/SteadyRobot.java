package studio.backprop.ui.kit;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;
import org.testfx.service.query.PointQuery;

/**
 * Robot whose mouse waits until its target stands still: else a click may go where the target was before the next layout. After a click, a
 * drop and keys there is a whole frame, so that what follows from styles and layout is there.
 */
public class SteadyRobot extends FxRobot {
  @Override
  public FxRobot clickOn(PointQuery at, Motion motion, MouseButton... buttons) {
    Frames.untilSteady(at::query);
    return then(super.clickOn(at, motion, buttons));
  }

  @Override
  public FxRobot doubleClickOn(PointQuery at, Motion motion, MouseButton... buttons) {
    Frames.untilSteady(at::query);
    return then(super.doubleClickOn(at, motion, buttons));
  }

  @Override
  public FxRobot moveTo(PointQuery to, Motion motion) {
    Frames.untilSteady(to::query);
    return super.moveTo(to, motion);
  }

  @Override
  public FxRobot drag(PointQuery from, MouseButton... buttons) {
    Frames.untilSteady(from::query);
    return super.drag(from, buttons);
  }

  @Override
  public FxRobot drop() {
    return then(super.drop());
  }

  @Override
  public FxRobot dropTo(PointQuery to) {
    Frames.untilSteady(to::query);
    return then(super.dropTo(to));
  }

  @Override
  public FxRobot push(KeyCode... keys) {
    return then(super.push(keys));
  }

  @Override
  public FxRobot push(KeyCodeCombination keys) {
    return then(super.push(keys));
  }

  @Override
  public FxRobot write(String text) {
    return then(super.write(text));
  }

  private static FxRobot then(FxRobot done) {
    Frames.next();
    return done;
  }
}
