package studio.backprop.ui.kit;

import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;
import org.testfx.service.query.PointQuery;

/** Robot whose mouse waits until its target stands still: else a click may go where the target was before the next layout. */
public class SteadyRobot extends FxRobot {
  @Override
  public FxRobot clickOn(PointQuery at, Motion motion, MouseButton... buttons) {
    Frames.untilSteady(at::query);
    return super.clickOn(at, motion, buttons);
  }

  @Override
  public FxRobot doubleClickOn(PointQuery at, Motion motion, MouseButton... buttons) {
    Frames.untilSteady(at::query);
    return super.doubleClickOn(at, motion, buttons);
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
  public FxRobot dropTo(PointQuery to) {
    Frames.untilSteady(to::query);
    return super.dropTo(to);
  }
}
