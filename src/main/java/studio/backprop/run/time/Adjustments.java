package studio.backprop.run.time;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.project.Project;
import studio.backprop.train.record.Adjustment;

/** Changes of settings during a run, from its checkpoint log. */
final class Adjustments {
  private Adjustments() {}

  /** The project with the settings of the first step. @param began steps before the run */
  static Project started(Project project, long began, List<CheckpointLog.Order> orders) {
    Project started = project;
    for (CheckpointLog.Order order : orders) {
      if (order.step() <= began) {
        started = started.withTraining(training -> training.withRate(order.rate()).withEpochs(order.lastEpoch()))
            .withAssignment(before -> before.withLive(order.assignment()));
      }
    }
    return started;
  }

  /** Changes after the first step, without intermediate values of a gesture and reverted ones. */
  static List<Adjustment> after(Project started, long began, long newest, List<CheckpointLog.Order> orders) {
    List<Adjustment> all = new ArrayList<>();
    Adjustment before = new Adjustment(began, started.training().rate(), started.training().epochs());
    for (CheckpointLog.Order order : ends(orders, began, newest)) {
      if (order.rate() != before.rate() || order.lastEpoch() != before.epochs()) {
        before = new Adjustment(order.step(), order.rate(), order.lastEpoch());
        all.add(before);
      }
    }
    return List.copyOf(all.subList(Math.max(0, all.size() - Adjustment.MOST), all.size()));
  }

  /** Last order of each gesture and step. */
  private static List<CheckpointLog.Order> ends(List<CheckpointLog.Order> orders, long began, long newest) {
    List<CheckpointLog.Order> ends = new ArrayList<>();
    for (CheckpointLog.Order order : orders) {
      if (order.step() > began && order.step() < newest) {
        if (!ends.isEmpty() && (order.goesOn() || ends.get(ends.size() - 1).step() == order.step())) {
          ends.remove(ends.size() - 1);
        }
        ends.add(order);
      }
    }
    return ends;
  }
}
