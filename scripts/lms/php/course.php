<?php
// What the database has of a course: course.php COURSE. Sections, activities, quizzes with their right answers.

require(__DIR__ . '/start.php');

/** Give the right answers of each question of a quiz, as text, in the order of its slots. */
function right_answers(int $quiz): array {
    global $DB;
    $found = [];
    foreach ($DB->get_records('quiz_slots', ['quizid' => $quiz], 'slot') as $slot) {
        $question = $DB->get_field_sql(
            "SELECT MAX(v.questionid) FROM {question_references} r
               JOIN {question_versions} v ON v.questionbankentryid = r.questionbankentryid
              WHERE r.component = 'mod_quiz' AND r.questionarea = 'slot' AND r.itemid = ?", [$slot->id]);
        $answers = $DB->get_records_select('question_answers', 'question = ? AND fraction > 0', [$question]);
        $found[] = array_values(array_map(
            fn($each) => trim(html_entity_decode(strip_tags($each->answer), ENT_QUOTES | ENT_HTML5)), $answers));
    }
    return $found;
}

function course(int $id): array {
    global $DB;
    $course = $DB->get_record('course', ['id' => $id], '*', MUST_EXIST);
    $sections = $DB->get_records('course_sections', ['course' => $id], 'section');
    $info = get_fast_modinfo($course);
    $activities = [];
    foreach ($info->get_cms() as $module) {
        $activities[] = [
            'id' => (int) $module->id, 'kind' => $module->modname, 'name' => $module->name,
            'completion' => (int) $module->completion,
            'answers' => $module->modname === 'quiz' ? right_answers((int) $module->instance) : [],
        ];
    }
    $unnamed = array_filter($sections, fn($each) => $each->section > 0 && trim((string) $each->name) === '');
    return [
        'full' => $course->fullname, 'short' => $course->shortname, 'format' => $course->format,
        'language' => $course->lang, 'completion' => (int) $course->enablecompletion,
        'sections' => array_values(array_map(fn($each) => get_section_name($course, $each), $sections)),
        'unnamed' => count($unnamed), 'activities' => $activities,
    ];
}

answer(fn() => course((int) $argv[1]));
