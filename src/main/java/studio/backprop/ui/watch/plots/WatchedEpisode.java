package studio.backprop.ui.watch.plots;

import java.util.List;
import java.util.Optional;
import studio.backprop.environment.Environment;
import studio.backprop.environment.Grid;
import studio.backprop.project.Agent;
import studio.backprop.project.Project;
import studio.backprop.train.agent.GreedyEpisode.Moment;

/**
 * Playback of an episode, and the newest one queued after it. One of outdated weights is cut short: those of an untrained agent may be the
 * longest.
 */
final class WatchedEpisode {
  /** Pictures for which the end of an episode is shown. */
  private static final int PAUSE = 12;
  /** Minimum number of pictures of an episode of outdated weights: about three seconds. */
  private static final int LEAST = 45;

  private NetworkOutput.World watched;
  private NetworkOutput.World newest;
  private int at;
  private int seen;
  private int waited;

  boolean exists() {
    return watched != null;
  }

  /** The current episode; null for none. */
  NetworkOutput.World watched() {
    return watched;
  }

  /** The one of the newest weights; null for none. */
  NetworkOutput.World newest() {
    return newest;
  }

  /** @param world to start when the current episode ends */
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

  /** Number of steps shown. */
  int at() {
    return at;
  }

  boolean isOver() {
    return at >= moments().size();
  }

  /** Whether its end was shown long enough, and another one is queued. */
  boolean isDone() {
    return isOver() && newest != watched && waited >= PAUSE;
  }

  /** @param evaluation updates between two evaluations: an episode older than that is outdated */
  boolean isOutdated(int evaluation) {
    return seen >= LEAST && newest.judged().step() - watched.judged().step() >= evaluation;
  }

  /**
   * Advances by one picture. @param picture its number @return whether another episode is to be requested, as it has ended and none is
   * queued
   */
  boolean goOn(int picture) {
    seen++;
    if (!isOver()) {
      at = Math.min(moments().size(), at + stride(picture));
      return false;
    }
    return waited++ == 0 && newest == watched;
  }

  /** Steps per picture: environments with real-time dynamics are shown at about their speed. */
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

  /** Output at the shown state; of the last one, that before. */
  Optional<Moment> moment() {
    return moments().isEmpty() ? Optional.empty() : Optional.of(moments().get(Math.min(at, moments().size() - 1)));
  }

  double[] state() {
    return isOver() ? watched.episode().end() : moments().get(at).state();
  }

  /** Updates between two evaluations. */
  static int evaluation(Project project) {
    return project.assignment() instanceof Agent agent ? agent.updatesPerLook(project.training().batch()) : Integer.MAX_VALUE;
  }
}
