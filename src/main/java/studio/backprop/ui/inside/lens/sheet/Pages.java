package studio.backprop.ui.inside.lens.sheet;

/**
 * Pages of things in a row of which only some have room. The last page is as full as the others and repeats some of the page before it.
 * Pages and things are counted from 0.
 *
 * @param total how many things there are
 * @param shown how many have room
 */
public record Pages(int total, int shown) {
  int count() {
    return (total + shown - 1) / shown;
  }

  /** The first thing of a page. */
  public int first(int page) {
    return Math.max(0, Math.min(page * shown, total - shown));
  }

  /** The page so many pages further; after the last comes the first. */
  public int turned(int page, int by) {
    return Math.floorMod(page + by, count());
  }

  /** The page itself, or the last one where there are fewer. */
  public int known(int page) {
    return Math.min(page, count() - 1);
  }

  /** The page itself if a thing is on it, else the one that it is on. */
  public int with(int thing, int page) {
    int first = first(known(page));
    return thing >= first && thing < first + shown ? known(page) : thing / shown;
  }
}
