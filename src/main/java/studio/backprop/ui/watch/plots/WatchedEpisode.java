package studio.backprop.ui.watch.plots;

import java.util.List;
import java.util.Optional;
import studio.backprop.environment.Environment;
import studio.backprop.environment.Grid;
import studio.backprop.project.Agent;
import studio.backprop.project.Project;
import studio.backprop.train.agent.GreedyEpisode.Moment;

/**
 * An episode that is being watched, how far, and the newest one that waits for its end. One by weights of long ago is left before: that of
 * an agent that cannot do anything yet may be the longest.
 */
final class WatchedEpisode {
  /** Pictures for which the end of an episode is seen. */
  private static final int PAUSE = 12;
  /** Pictures for which an episode is seen at least, though its weights are of long ago: about three seconds. */
  private static final int LEAST = 45;

  private NetworkOutput.World watched;
  private NetworkOutput.World newest;
  private int at;
  private int seen;
  private int waited;

  /** Whether there is one. */
  boolean exists() {
    return watched != null;
  }

  /** The one that is watched; null of none. */
  NetworkOutput.World watched() {
    return watched;
  }

  /** The one by the newest weights; null of none. */
  NetworkOutput.World newest() {
    return newest;
  }

  /** @param world which may begin as soon as the one that is watched ends */
  void await(NetworkOutput.World world) {
    newest = world;
  }

  void begin(NetworkOutput.World world) {
    watched = world;
    newest = world;
    at = 0;
    seen = 0;
    waited = 0;
  }

  /** Its steps that were seen. */
  int at() {
    return at;
  }

  boolean isOver() {
    return at >= moments().size();
  }

  /** Whether its end was seen long enough, and another one waits. */
  boolean isDone() {
    return isOver() && newest != watched && waited >= PAUSE;
  }

  /** @param evaluation steps of learning between two evaluations: an episode that is so many steps old tells nothing of the agent of now */
  boolean isOutdated(int evaluation) {
    return seen >= LEAST && newest.judged().step() - watched.judged().step() >= evaluation;
  }

  /** One picture further. @param picture its number @return whether another episode is to be played, as its end is seen and none waits */
  boolean goOn(int picture) {
    seen++;
    if (!isOver()) {
      at = Math.min(moments().size(), at + stride(picture));
      return false;
    }
    return waited++ == 0 && newest == watched;
  }

  /** Worlds that move by themselves are seen about as fast as they are. */
  private int stride(int picture) {
    boolean slow = world() instanceof Grid || world().stateSize() == 1;
    return slow ? picture % 2 : 2;
  }

  List<Moment> moments() {
    return watched.episode().moments();
  }

  Environment world() {
    return watched.episode().world();
  }

  /** What is thought of the state that is seen; of the last one, what was thought before. */
  Optional<Moment> moment() {
    return moments().isEmpty() ? Optional.empty() : Optional.of(moments().get(Math.min(at, moments().size() - 1)));
  }

  /** The state that is seen. */
  double[] state() {
    return isOver() ? watched.episode().end() : moments().get(at).state();
  }

  /** Updates between two evaluations. */
  static int evaluation(Project project) {
    return project.assignment() instanceof Agent agent ? agent.updatesPerLook(project.training().batch()) : Integer.MAX_VALUE;
  }
}
