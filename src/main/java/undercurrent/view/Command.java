package undercurrent.view;

/**
 * Something that the window can do.
 *
 * @param group of what it is one, such as a lesson
 * @param words what it is called
 * @param keys that do it too; may be empty
 */
record Command(String group, String words, String keys, Runnable action) {}
